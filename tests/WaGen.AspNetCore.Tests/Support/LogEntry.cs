using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore.Tests.Support;

/// <summary>One line of a log, with its exception.</summary>
internal sealed record LogEntry(LogLevel Level, int EventId, string Category, string Text, Exception? Exception);
