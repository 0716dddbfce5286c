namespace WaGen;

/// <summary>To whom and to what a reply goes. Contexts of printed handlers implement it where the schema says how.</summary>
public interface IConversation
{
    /// <summary>Gets the id of the business's number that received the event, null when the body lacks it.</summary>
    string? BusinessNumberId { get; }

    /// <summary>Gets the user's phone number as it was received, null when the user hides it.</summary>
    string? UserPhone { get; }

    /// <summary>Gets the id of the user that belongs to the business, null when the body lacks it.</summary>
    string? UserId { get; }

    /// <summary>Gets the id of the received message, null when the event is about none.</summary>
    string? MessageId { get; }

    /// <summary>Gets the services of the application that received the event, null when it was read by hand.</summary>
    IServiceProvider? Services { get; }
}
