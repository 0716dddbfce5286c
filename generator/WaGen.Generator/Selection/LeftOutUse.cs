using Microsoft.CodeAnalysis;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Selection;

/// <summary>A class that names the interface of a field that is left out.</summary>
internal sealed record LeftOutUse(HandlerMention Mention, string Field)
{
    /// <summary>Null when the name is that of no such interface.</summary>
    public static LeftOutUse? Of(HandlerMention mention, FileSelection selection) =>
        selection.LeftOut.FirstOrDefault(f => string.Equals(f.HandlerName, mention.Name, StringComparison.Ordinal)) is { } field ? new LeftOutUse(mention, field.Field) : null;

    /// <summary>Null when something else in the compilation has the name.</summary>
    /// <remarks>An analyzer could not say it: the compiler runs none once a name in a declaration means nothing.</remarks>
    public Diagnostic? ToDiagnostic(Compilation compilation, CancellationToken cancellationToken) =>
        Mention.FindUnresolved(compilation, cancellationToken) is { } place
            ? Diagnostic.Create(HandlerRules.FieldSwitchedOff, place, Mention.TypeName, Field)
            : null;
}
