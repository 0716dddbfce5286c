using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace WaGen.Hosting;

/// <summary>Follows the options of an endpoint; options that cannot be used leave the endpoint as it is.</summary>
/// <remarks>
/// This listens to the sources of <see cref="IOptionsMonitor{TOptions}"/> instead of the monitor, because the monitor forgets the former options before
/// it reads the new ones: a value that cannot be read would surface in whoever triggered the reload, and nobody would log it.
/// </remarks>
internal sealed class OptionsReload : IDisposable
{
    private readonly Lock _lock = new();
    private readonly WhatsAppWebhookEndpoint _endpoint;
    private readonly IOptionsFactory<WhatsAppWebhookOptions> _options;
    private readonly ILogger _logger;
    private readonly IDisposable[] _subscriptions;

    public OptionsReload(
        WhatsAppWebhookEndpoint endpoint,
        IOptionsFactory<WhatsAppWebhookOptions> options,
        IEnumerable<IOptionsChangeTokenSource<WhatsAppWebhookOptions>> sources,
        ILogger logger)
    {
        _endpoint = endpoint;
        _options = options;
        _logger = logger;
        _subscriptions =
        [
            .. sources.Where(source => (source.Name ?? Options.DefaultName) == endpoint.Name)
                .Select(source => ChangeToken.OnChange(source.GetChangeToken, Reload)),
        ];
    }

    /// <summary>Takes over what changed between the first reading of the options and the subscription, without a word when nothing did.</summary>
    public void CatchUp(WhatsAppWebhookOptions used)
    {
        WhatsAppWebhookOptions current = _options.Create(_endpoint.Name);
        if (!Secrets.Of(current).SequenceEqual(Secrets.Of(used)) || !current.VerifyTokens.Append(current.VerifyToken).SequenceEqual(used.VerifyTokens.Append(used.VerifyToken), StringComparer.Ordinal))
        {
            Reload();
        }
    }

    public void Dispose()
    {
        foreach (IDisposable subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private void Reload()
    {
        lock (_lock)
        {
            WhatsAppWebhookOptions options;
            try
            {
                options = _options.Create(_endpoint.Name);
            }
#pragma warning disable CA1031 // Whatever a binder or a validator throws here would end in a file watcher, where nobody sees it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The message of a binder quotes the value that it could not read, which may be a secret in the wrong place.
                _logger.ReloadFailed(_endpoint.LogName, exception.GetType().Name);
                return;
            }

            List<string> problems = OptionsCheck.Problems(_endpoint.Name, options);
            if (problems.Count > 0)
            {
                _logger.ReloadRefused(_endpoint.LogName, string.Join(' ', problems));
                return;
            }

            _endpoint.Apply(options);
            _logger.Reloaded(_endpoint.LogName, Secrets.Of(options).Length, options.VerifyTokens.Count + (string.IsNullOrEmpty(options.VerifyToken) ? 0 : 1));
        }
    }
}
