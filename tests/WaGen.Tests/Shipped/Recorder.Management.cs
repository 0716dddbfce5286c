using System.Globalization;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <content>Accounts, templates, payment configurations and Flows.</content>
internal sealed partial class Recorder :
    IAccountAlertsHandler,
    IAccountReviewUpdateHandler,
    IAccountSettingsUpdateHandler,
    IAccountUpdateHandler,
    IBusinessCapabilityUpdateHandler,
    IBusinessStatusUpdateHandler,
    IFlowsHandler,
    IMessageTemplateComponentsUpdateHandler,
    IMessageTemplateQualityUpdateHandler,
    IMessageTemplateStatusUpdateHandler,
    IPaymentConfigurationUpdateHandler,
    ITemplateCategoryUpdateHandler,
    ITemplateCorrectCategoryDetectionHandler,
    ITemplatePerformanceMetricsHandler
{
    public ValueTask OnAccountAlertAsync(AccountAlert accountAlert, AccountAlertsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, accountAlert.EntityType?.ToString(), accountAlert.EntityId, (accountAlert.AlertInfo.AlertType ?? accountAlert.AlertType)?.ToString());

    public ValueTask OnAccountReviewAsync(AccountReview accountReview, AccountReviewUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, accountReview.Decision?.ToString(), accountReview.DecisionText);

    public ValueTask OnAccountSettingsAsync(AccountSettings accountSettings, AccountSettingsUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, accountSettings.PhoneNumberSettings.PhoneNumberId, accountSettings.PhoneNumberSettings.Calling.Status?.ToString(), Time(accountSettings.Timestamp));

    public ValueTask OnAccountUpdateAsync(AccountUpdate accountUpdate, AccountUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, accountUpdate.PhoneNumber, Time(context.Entry.Time));

    public ValueTask OnBusinessCapabilityAsync(BusinessCapability businessCapability, BusinessCapabilityUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, businessCapability.MaxDailyConversationsPerBusiness, businessCapability.MaxDailyConversationPerPhone?.ToString(CultureInfo.InvariantCulture));

    public ValueTask OnBusinessStatusAsync(BusinessStatus businessStatus, BusinessStatusUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, businessStatus.Event?.ToString(), businessStatus.BusinessId);

    public ValueTask OnFlowUpdateAsync(FlowUpdate flowUpdate, FlowsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, flowUpdate.FlowId, flowUpdate.AlertState?.ToString(), flowUpdate.Threshold?.ToString(CultureInfo.InvariantCulture));

    public ValueTask OnTemplateComponentsAsync(TemplateComponents templateComponents, MessageTemplateComponentsUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, templateComponents.MessageTemplateElement, templateComponents.MessageTemplateButtons.Count.ToString(CultureInfo.InvariantCulture));

    public ValueTask OnTemplateQualityAsync(TemplateQuality templateQuality, MessageTemplateQualityUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, templateQuality.PreviousQualityScore?.ToString(), templateQuality.NewQualityScore?.ToString());

    public ValueTask OnTemplateStatusAsync(TemplateStatus templateStatus, MessageTemplateStatusUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, templateStatus.MessageTemplateId, templateStatus.Reason?.ToString(), Time(templateStatus.DisableInfo.DisableDate));

    public ValueTask OnPaymentConfigurationAsync(PaymentConfiguration paymentConfiguration, PaymentConfigurationUpdateContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, paymentConfiguration.ProviderName?.ToString(), paymentConfiguration.Status?.ToString());

    public ValueTask OnTemplateCategoryChangeAsync(TemplateCategoryChange templateCategoryChange, TemplateCategoryUpdateContext context, CancellationToken cancellationToken) =>
        Add(
            context.Delivery,
            templateCategoryChange.PreviousCategory?.ToString(),
            templateCategoryChange.NewCategory?.ToString(),
            templateCategoryChange.CorrectCategory?.ToString(),
            Time(templateCategoryChange.CategoryUpdateTimestamp));

    public ValueTask OnTemplateCategoryDetectionAsync(TemplateCategoryDetection templateCategoryDetection, TemplateCorrectCategoryDetectionContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, templateCategoryDetection.MessageTemplateId, templateCategoryDetection.CorrectCategory?.ToString());

    public ValueTask OnTemplatePerformanceAsync(TemplatePerformance templatePerformance, TemplatePerformanceMetricsContext context, CancellationToken cancellationToken) =>
        Add(context.Delivery, templatePerformance.TemplateId, templatePerformance.MessagesSent7D?.ToString(CultureInfo.InvariantCulture));
}
