namespace Bot.Handlers;

public sealed class Idle : IPhoneNumberQualityUpdateHandler // WAGEN202
{
}
