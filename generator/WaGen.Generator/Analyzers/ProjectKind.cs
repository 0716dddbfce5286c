using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>What a project is for, as far as rules go by it.</summary>
internal static class ProjectKind
{
    private const string TestProjectKey = "build_property.IsTestProject";

    /// <summary>Whether the project is a program, which sets endpoints up and registers handlers; a library leaves that to others.</summary>
    public static bool IsApplication(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    /// <summary>Whether the project holds tests: their handlers are fakes that no host calls, and they break the rules of a set-up on purpose.</summary>
    public static bool IsTest(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(TestProjectKey, out string? value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
