using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore.Tests.Support;

/// <summary>Keeps everything that is logged.</summary>
internal sealed class LogCollector : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IEnumerable<LogEntry> Entries => _entries;

    /// <summary>What WaGen itself logged.</summary>
    public IEnumerable<LogEntry> OfWaGen => _entries.Where(static entry => entry.Category.StartsWith("WaGen", StringComparison.Ordinal));

    public void AssertContains(LogLevel level, string text) =>
        Assert.Contains(OfWaGen, entry => entry.Level == level && entry.Text.Contains(text, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new LogEntry(logLevel, eventId.Id, category, formatter(state, exception), exception));
    }
}
