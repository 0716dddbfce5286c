using PartnerPortal.Customers;

namespace PartnerPortal.Onboarding;

/// <summary>Takes over customers whose onboarding is done.</summary>
internal sealed class CustomerOnboarding(CustomerBook customers) : IEmbeddedSignupHandler
{
    public ValueTask OnCompletedAsync(OnboardingContext context, OnboardingReport report, CancellationToken cancellationToken)
    {
        customers.Update(context.WabaId, customer => customer with
        {
            IsShared = true,
            BusinessId = context.BusinessId ?? customer.BusinessId,
            PhoneNumberId = context.PhoneNumberId ?? customer.PhoneNumberId,
        });
        return ValueTask.CompletedTask;
    }
}
