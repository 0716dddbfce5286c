namespace WaGen;

/// <summary>Names of one kind of event.</summary>
/// <param name="Name">The name of the event, unique within its field.</param>
/// <param name="Method">The handler method that is called for it.</param>
/// <param name="Group">The handler method that is called when <paramref name="Method"/> is not implemented; equal to it when there is no group.</param>
public sealed record WebhookEventInfo(string Name, string Method, string Group);
