namespace Bot.Handlers;

public sealed class Idle : IPhoneNumberQualityUpdateHandler
{
    public ValueTask OnPhoneNumberQualityUpdateAsync(PhoneNumberQualityUpdate update, PhoneNumberQualityUpdateContext context, CancellationToken cancellationToken) =>
        context.Unhandled();
}
