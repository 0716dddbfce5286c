using WaGen.Testing.Tests.Sample;

namespace WaGen.Testing.Tests.Platform;

/// <summary>The operations of the business side without the schemas of their bodies: what the platform does must not depend on printed types.</summary>
internal static class PlatformApi
{
    private const string Listed = """
        SendMessage POST /{phone-number-id}/messages
        SendMarketingMessage POST /{phone-number-id}/marketing_messages
        ExchangeCode GET /oauth/access_token
        InspectToken GET /debug_token
        FetchBusinessToken POST /{business-id}/system_user_access_tokens
        SubscribeApp POST /{waba-id}/subscribed_apps
        ListPhoneNumbers GET /{waba-id}/phone_numbers
        GetPhoneNumber GET /{phone-number-id}
        AddPhoneNumber POST /{waba-id}/phone_numbers
        RequestVerificationCode POST /{phone-number-id}/request_code
        VerifyCode POST /{phone-number-id}/verify_code
        RegisterPhoneNumber POST /{phone-number-id}/register
        DeregisterPhoneNumber POST /{phone-number-id}/deregister
        SynchronizeAppData POST /{phone-number-id}/smb_app_data
        SendConversionEvent POST /{dataset-id}/events
        ListAppSubscriptions GET /{app-id}/subscriptions
        SubscribeAppToFields POST /{app-id}/subscriptions
        UnsubscribeAppFromFields DELETE /{app-id}/subscriptions
        GetAccount GET /{waba-id}
        UpdateAccount POST /{waba-id}
        ListOwnedAccounts GET /{business-id}/owned_whatsapp_business_accounts
        ListClientAccounts GET /{business-id}/client_whatsapp_business_accounts
        ListAssignedAccounts GET /{user-id}/assigned_whatsapp_business_accounts
        ListConnectedBusinesses GET /{app-id}/connected_client_businesses
        GetBusiness GET /{business-id}
        ListAssignedUsers GET /{waba-id}/assigned_users
        AssignUser POST /{waba-id}/assigned_users
        RemoveAssignedUser DELETE /{waba-id}/assigned_users
        ListAccountSystemUsers GET /{waba-id}/system_users
        ListSystemUsers GET /{business-id}/system_users
        CreateSystemUser POST /{business-id}/system_users
        ListSubscribedApps GET /{waba-id}/subscribed_apps
        UnsubscribeApp DELETE /{waba-id}/subscribed_apps
        ListActivities GET /{waba-id}/activities
        ListSchedules GET /{waba-id}/schedules
        CreateSchedule POST /{waba-id}/schedules
        CreateDataset POST /{waba-id}/dataset
        GetHealth GET /{node-id}
        UpdatePhoneNumber POST /{phone-number-id}
        GetSettings GET /{phone-number-id}/settings
        UpdateSettings POST /{phone-number-id}/settings
        GetOfficialAccountStatus GET /{phone-number-id}/official_business_account
        RequestOfficialAccount POST /{phone-number-id}/official_business_account
        GetComplianceInfo GET /{phone-number-id}/business_compliance_info
        UpdateComplianceInfo POST /{phone-number-id}/business_compliance_info
        GetAccountNumber GET /{account-number-id}
        ListMessageHistory GET /{phone-number-id}/message_history
        ListMessageHistoryEvents GET /{message-history-id}/events
        GetBusinessProfile GET /{phone-number-id}/whatsapp_business_profile
        UpdateBusinessProfile POST /{phone-number-id}/whatsapp_business_profile
        GetBusinessProfileNode GET /{profile-id}
        UpdateBusinessProfileNode POST /{profile-id}
        ListQrCodes GET /{phone-number-id}/message_qrdls
        GetQrCode GET /{phone-number-id}/message_qrdls/{code}
        SaveQrCode POST /{phone-number-id}/message_qrdls
        DeleteQrCode DELETE /{phone-number-id}/message_qrdls/{code}
        ListBlockedUsers GET /{phone-number-id}/block_users
        BlockUsers POST /{phone-number-id}/block_users
        UnblockUsers DELETE /{phone-number-id}/block_users
        GetUsername GET /{phone-number-id}/username
        SetUsername POST /{phone-number-id}/username
        DeleteUsername DELETE /{phone-number-id}/username
        ListUsernameSuggestions GET /{phone-number-id}/username_suggestions
        DeleteContactBookEntry DELETE /{phone-number-id}/contact_book
        GetCommerceSettings GET /{phone-number-id}/whatsapp_commerce_settings
        UpdateCommerceSettings POST /{phone-number-id}/whatsapp_commerce_settings
        ListCatalogs GET /{waba-id}/product_catalogs
        ConnectCatalog POST /{waba-id}/product_catalogs
        DisconnectCatalog DELETE /{waba-id}/product_catalogs
        GetConversationalAutomation GET /{phone-number-id}/conversational_automation
        UpdateConversationalAutomation POST /{phone-number-id}/conversational_automation
        GetBot GET /{bot-id}
        ListWelcomeSequences GET /{waba-id}/welcome_message_sequences
        SaveWelcomeSequence POST /{waba-id}/welcome_message_sequences
        DeleteWelcomeSequence DELETE /{waba-id}/welcome_message_sequences
        CreateSignup POST /{waba-id}/signups
        ListSignups GET /{waba-id}/signups
        GetSignup GET /signups/{signup-id}
        UpdateSignup POST /signups/{signup-id}
        ListCustomerBases GET /{business-id}/messaging_customer_base
        CreateCustomerBase POST /{business-id}/messaging_customer_base
        GetDefaultCustomerBase GET /{waba-id}/default_messaging_customer_base
        SetDefaultCustomerBase POST /{waba-id}/default_messaging_customer_base
        ListTemplates GET /{waba-id}/message_templates
        CreateTemplate POST /{waba-id}/message_templates
        DeleteTemplates DELETE /{waba-id}/message_templates
        GetTemplate GET /{template-id}
        UpdateTemplate POST /{template-id}
        UnpauseTemplate POST /{template-id}/unpause
        CompareTemplates GET /{template-id}/compare
        UpsertAuthenticationTemplates POST /{waba-id}/upsert_message_templates
        ListTemplatePreviews GET /{waba-id}/message_template_previews
        ListLibraryTemplates GET /message_template_library
        MigrateTemplates POST /{waba-id}/migrate_message_templates
        ArchiveTemplates POST /{waba-id}/message_templates/archive
        UnarchiveTemplates POST /{waba-id}/message_templates/unarchive
        ListTemplateGroups GET /{waba-id}/template_groups
        CreateTemplateGroup POST /{waba-id}/template_groups
        GetMessageAnalytics GET /{waba-id}
        GetConversationAnalytics GET /{waba-id}
        ListConversationAnalytics GET /{waba-id}/conversation_analytics
        GetPricingAnalytics GET /{waba-id}
        ListPricingAnalytics GET /{waba-id}/pricing_analytics
        ListTemplateAnalytics GET /{waba-id}/template_analytics
        ListTemplateGroupAnalytics GET /{waba-id}/template_group_analytics
        GetCallAnalytics GET /{waba-id}
        ListCallAnalytics GET /{waba-id}/call_analytics
        ListGroupAnalytics GET /{waba-id}/group_analytics
        ListMarketingInsights GET /{ad-object-id}/insights
        ListFlows GET /{waba-id}/flows
        CreateFlow POST /{waba-id}/flows
        GetFlow GET /{flow-id}
        UpdateFlow POST /{flow-id}
        DeleteFlow DELETE /{flow-id}
        ListFlowAssets GET /{flow-id}/assets
        UploadFlowJson POST /{flow-id}/assets
        PublishFlow POST /{flow-id}/publish
        DeprecateFlow POST /{flow-id}/deprecate
        MigrateFlows POST /{waba-id}/migrate_flows
        GetFlowMetric GET /{flow-id}
        GetFlowPreview GET /{flow-id}
        GetEncryptionKey GET /{phone-number-id}/whatsapp_business_encryption
        SetEncryptionKey POST /{phone-number-id}/whatsapp_business_encryption
        Call POST /{phone-number-id}/calls
        GetCallPermission GET /{phone-number-id}/call_permissions
        ListGroups GET /{phone-number-id}/groups
        CreateGroup POST /{phone-number-id}/groups
        GetGroup GET /{group-id}
        UpdateGroup POST /{group-id}
        SetGroupPicture POST /{group-id}
        DeleteGroup DELETE /{group-id}
        GetGroupInviteLink GET /{group-id}/invite_link
        ResetGroupInviteLink POST /{group-id}/invite_link
        DeleteGroupInviteLink DELETE /{group-id}/invite_link
        ListJoinRequests GET /{group-id}/join_requests
        ApproveJoinRequests POST /{group-id}/join_requests
        RejectJoinRequests DELETE /{group-id}/join_requests
        RemoveGroupParticipants DELETE /{group-id}/participants
        AddGroupParticipants POST /{group-id}/participants
        ListPaymentConfigurations GET /{waba-id}/payment_configurations
        GetPaymentConfiguration GET /{waba-id}/payment_configuration/{configuration-name}
        CreatePaymentConfiguration POST /{waba-id}/payment_configuration
        DeletePaymentConfiguration DELETE /{waba-id}/payment_configuration
        SetPaymentDataEndpoint POST /{waba-id}/payment_configuration/{configuration-name}
        CreatePaymentOAuthLink POST /{waba-id}/generate_payment_configuration_oauth_link
        GetPayment GET /{phone-number-id}/payments/{configuration-name}/{reference-id}
        RefundPayment POST /{phone-number-id}/payments_refund
        CreateSolution POST /{app-id}/whatsapp_business_solution
        ListAppSolutions GET /{app-id}/whatsapp_business_solutions
        ListAccountSolutions GET /{waba-id}/solutions
        GetSolution GET /{solution-id}
        ListSolutionPartners GET /{solution-id}/partners
        AcceptSolution POST /{solution-id}/accept
        RejectSolution POST /{solution-id}/reject
        RequestSolutionDeactivation POST /{solution-id}/send_deactivation_request
        AcceptSolutionDeactivation POST /{solution-id}/accept_deactivation_request
        RejectSolutionDeactivation POST /{solution-id}/reject_deactivation_request
        GetSolutionToken GET /{solution-id}/access_token
        SetSolutionMigrationIntent POST /{waba-id}/set_solution_migration_intent
        GetMigrationIntent GET /{migration-intent-id}
        SetOboMobilityIntent POST /{waba-id}/set_obo_mobility_intent
        CreateOboMobilityIntent POST /{waba-id}/obo_mobility_intent
        GetOboMobilityIntent GET /{obo-intent-id}
        ListOnBehalfRequests GET /{waba-id}/in_progress_onbehalf_request
        OnboardPartnersToMarketingMessages POST /{business-id}/onboard_partners_to_mm_lite
        ListCreditLines GET /{business-id}/extendedcredits
        ShareAndAttachCreditLine POST /{credit-line-id}/whatsapp_credit_sharing_and_attach
        ShareCreditLine POST /{credit-line-id}/whatsapp_credit_sharing
        AttachCreditLine POST /{credit-line-id}/whatsapp_credit_attach
        FindCreditAllocation GET /{credit-line-id}/owning_credit_allocation_configs
        GetCreditAllocation GET /{allocation-config-id}
        RevokeCreditAllocation DELETE /{allocation-config-id}
        CertifyBusiness POST /{business-id}/self_certify_whatsapp_business
        ListCertifications GET /{business-id}/self_certified_whatsapp_business_submissions
        AddPreverifiedNumber POST /{business-id}/add_phone_numbers
        ListPreverifiedNumbers GET /{business-id}/preverified_numbers
        GetPreverifiedNumber GET /{preverified-number-id}
        DeletePreverifiedNumber DELETE /{preverified-number-id}
        RequestPreverifiedCode POST /{preverified-number-id}/request_code
        VerifyPreverifiedCode POST /{preverified-number-id}/verify_code
        ListPreverifiedNumberPartners GET /{preverified-number-id}/partners
        SharePreverifiedNumber POST /{business-id}/share_preverified_numbers
        UnsharePreverifiedNumber DELETE /{business-id}/share_preverified_numbers
        """;

    private static readonly AccessTokenKind[] AnyToken = [AccessTokenKind.User, AccessTokenKind.System, AccessTokenKind.Business];

    private static readonly Dictionary<string, AccessTokenKind[]> Tokens = new(StringComparer.Ordinal)
    {
        ["ExchangeCode"] = [],
        ["InspectToken"] = [AccessTokenKind.System, AccessTokenKind.App],
        ["FetchBusinessToken"] = [AccessTokenKind.System],
        ["ListAppSubscriptions"] = [AccessTokenKind.App],
        ["SubscribeAppToFields"] = [AccessTokenKind.App],
        ["UnsubscribeAppFromFields"] = [AccessTokenKind.App],
        ["ShareAndAttachCreditLine"] = [AccessTokenKind.System],
        ["AttachCreditLine"] = [AccessTokenKind.Business],
        ["OnboardPartnersToMarketingMessages"] = [AccessTokenKind.System],
    };

    private static readonly Dictionary<string, ApiParameter[]> Parameters = new(StringComparer.Ordinal)
    {
        ["GetHealth"] = [new ApiParameter { Name = "fields", Place = ApiParameterPlace.Query, Constant = "health_status" }],
        ["CertifyBusiness"] = [new ApiParameter { Name = "end_business_id", Place = ApiParameterPlace.Form, IsRequired = true }, new ApiParameter { Name = "business_documents[]", Place = ApiParameterPlace.Form, IsFile = true }],
        ["GetMessageAnalytics"] = [Argument("start"), Argument("end"), Argument("granularity")],
    };

    private static readonly string[] Files = ["SetGroupPicture", "UploadFlowJson", "CertifyBusiness"];

    public static ApiDefinition Definition { get; } = new()
    {
        Name = "WhatsApp",
        Version = "v25.0",
        Hosts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["graph"] = ["graph.facebook.com"] },
        Errors = SampleApi.Definition.Errors,
        Quotas = new Dictionary<string, ApiQuota>(StringComparer.Ordinal)
        {
            ["management"] = new() { Name = "management", Calls = 3, CallsWhenActive = 5, Period = TimeSpan.FromHours(1), Per = "waba-id" },
        },
    };

    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. SampleApi.Operations.Where(static o => !$"\n{Listed}".Contains($"\n{o.Name} ", StringComparison.Ordinal)),
        .. Listed.Split('\n', StringSplitOptions.TrimEntries).Select(static line => line.Split(' ')).Select(static words => Make(words[0], words[1], words[2])),
    ];

    private static ApiOperation<NoPayload, NoPayload> Make(string name, string method, string path) => new()
    {
        Api = Definition,
        Group = "platform",
        Name = name,
        Method = method,
        Path = path,
        Content = Files.Contains(name) ? ApiContent.Multipart : method is "GET" ? ApiContent.None : ApiContent.Json,
        Tokens = Tokens.GetValueOrDefault(name, AnyToken),
        Permissions = name is "GetAccount" or "CreateTemplate" ? ["whatsapp_business_management"] : [],
        Quotas = name is "GetAccount" ? ["management"] : [],
        NeedsProof = name is "FetchBusinessToken",
        Expansion = name switch
        {
            "GetMessageAnalytics" => "analytics",
            "GetConversationAnalytics" => "conversation_analytics",
            "GetPricingAnalytics" => "pricing_analytics",
            "GetCallAnalytics" => "call_analytics",
            "GetFlowMetric" => "metric",
            "GetFlowPreview" => "preview",
            _ => null,
        },
        Parameters = Parameters.GetValueOrDefault(name, []),
    };

    private static ApiParameter Argument(string name) => new() { Name = name, Place = ApiParameterPlace.Expansion, IsRequired = true };
}
