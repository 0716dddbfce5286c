namespace Bots;

public sealed partial class Bot : IPhoneNumberQualityUpdateHandler
{
    public ValueTask OnDeliveredAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => CountAsync();

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => CountAsync();

    public partial ValueTask OnPhoneNumberQualityUpdateAsync(PhoneNumberQualityUpdate update, PhoneNumberQualityUpdateContext context, CancellationToken cancellationToken);
}

public sealed partial class Bot
{
    public partial ValueTask OnPhoneNumberQualityUpdateAsync(PhoneNumberQualityUpdate update, PhoneNumberQualityUpdateContext context, CancellationToken cancellationToken) => CountAsync();
}
