using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace WaGen.Client;

/// <summary>What a client works with now. Follows its options; those that cannot be used leave the client as it is.</summary>
/// <remarks>
/// This listens to the sources of <see cref="IOptionsMonitor{TOptions}"/> instead of the monitor, because the monitor forgets the former options before
/// it reads the new ones: a value that cannot be read would surface in whoever triggered the reload, and nobody would log it.
/// </remarks>
internal sealed class ClientState : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _name;
    private readonly IOptionsFactory<WhatsAppClientOptions> _options;
    private readonly Func<WhatsAppClientOptions, ApiRun> _create;
    private readonly ILogger _logger;
    private readonly IDisposable[] _subscriptions;
    private volatile ApiRun _current;

    public ClientState(
        string name,
        IOptionsFactory<WhatsAppClientOptions> options,
        IEnumerable<IOptionsChangeTokenSource<WhatsAppClientOptions>> sources,
        Func<WhatsAppClientOptions, ApiRun> create,
        ILogger logger)
    {
        _name = name;
        _options = options;
        _create = create;
        _logger = logger;
        _current = create(options.Create(name));
        _subscriptions =
        [
            .. sources.Where(source => (source.Name ?? Options.DefaultName) == name).Select(source => ChangeToken.OnChange(source.GetChangeToken, Reload)),
        ];
    }

    public ApiRun Current => _current;

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
            try
            {
                _current = _create(_options.Create(_name));
                _logger.Reloaded(_name);
            }
            catch (OptionsValidationException exception)
            {
                _logger.ReloadRefused(_name, string.Join(' ', exception.Failures));
            }
#pragma warning disable CA1031 // Whatever a binder throws here would end in a file watcher, where nobody sees it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The message of a binder quotes the value that it could not read, which may be a secret in the wrong place.
                _logger.ReloadFailed(_name, exception.GetType().Name);
            }
        }
    }
}
