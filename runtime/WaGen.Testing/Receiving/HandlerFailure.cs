namespace WaGen.Testing;

/// <summary>A handler or the unhandled hook that threw.</summary>
/// <param name="Handler">The class that threw; null for the hook.</param>
/// <param name="Event">The name of the kind of event; null when it is not known.</param>
/// <param name="Exception">What it threw.</param>
public sealed record HandlerFailure(Type? Handler, string? Event, Exception Exception);
