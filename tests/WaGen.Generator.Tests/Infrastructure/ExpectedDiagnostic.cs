using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>A diagnostic that a test waits for.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Severity">The severity that a user sees.</param>
/// <param name="Text">Exactly what is underlined.</param>
/// <param name="Message">The whole message; <see langword="null"/> when another test looks at it.</param>
internal sealed record ExpectedDiagnostic(string Id, DiagnosticSeverity Severity, string Text, string? Message = null);
