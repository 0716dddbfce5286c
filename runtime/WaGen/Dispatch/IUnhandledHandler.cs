namespace WaGen;

/// <summary>Takes what no handler took, so that nothing is lost in silence.</summary>
public interface IUnhandledHandler
{
    /// <summary>Called for each event that every handler left, and for each part of a body that is no event.</summary>
    /// <param name="unhandled">What was received and why it is here. Like every view it lives until the whole body is processed.</param>
    /// <param name="cancellationToken">Signals that the host stops or that the time for one call is over.</param>
    /// <returns>A task that ends when the part is dealt with. A fault counts like the fault of a handler.</returns>
    ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken);
}
