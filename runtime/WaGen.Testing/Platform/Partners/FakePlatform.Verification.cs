using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What the platform decides about customers that partners vouch for.</summary>
public sealed partial class FakePlatform
{
    /// <summary>Decides about the latest submission of a partner for a customer.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="rejectionReason">Why it failed, such as <c>LEGAL_NAME_NOT_MATCHING</c>; null approves it.</param>
    /// <exception cref="ArgumentException">The partner has submitted nothing for the customer.</exception>
    public void ReviewCertification(FakeBusiness partner, FakeBusiness customer, string? rejectionReason = null)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(customer);
        Act(() =>
        {
            JsonObject submission = partner.ListOf(VerificationArea.Edge).FindLast(s => customer.Id.Equals((string?)s["client_business_id"], StringComparison.Ordinal))
                ?? throw new ArgumentException("The partner has submitted nothing for the customer.", nameof(customer));
            string status = rejectionReason is null ? "APPROVED" : "FAILED";
            submission["verification_status"] = status;
            submission["update_time"] = VerificationArea.Time(Now);
            submission["rejection_reasons"] = new JsonArray(rejectionReason ?? "NONE");
            customer.Fields["verification_status"] = rejectionReason is null ? "verified" : "rejected";
            Fire(PlatformEvent.Of(partner, "account_update", new JsonObject
            {
                ["event"] = "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
                ["partner_client_certification_info"] = new JsonObject
                {
                    ["client_business_id"] = customer.Id,
                    ["status"] = status,
                    ["rejection_reasons"] = new JsonArray(rejectionReason ?? "NONE"),
                },
            }));
        });
    }

    /// <summary>Tells a partner that a customer must be verified before it can go on.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="customer">The customer.</param>
    public void AskForCertification(FakeBusiness partner, FakeBusiness customer)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(customer);
        Act(() => Fire(PlatformEvent.Of(partner, "account_update", new JsonObject
        {
            ["event"] = "PARTNER_CLIENT_CERTIFICATION_NEEDED",
            ["partner_client_certification_needed_info"] = new JsonObject { ["client_business_id"] = customer.Id },
        })));
    }
}
