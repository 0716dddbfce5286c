using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Adds a whole body with an event that no example shows (WAGEN122).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EventExampleCodeFixProvider), DocumentKinds = ["AdditionalDocument"], DocumentExtensions = [".json"])]
[Shared]
public sealed class EventExampleCodeFixProvider : SchemaCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SchemaContentRules.EventWithoutExample.Id];

    private protected override IEnumerable<SchemaEdit> EditsFor(Diagnostic diagnostic, SchemaLibrary library)
    {
        if (!diagnostic.Properties.TryGetValue(ExampleAnalyzer.EventsProperty, out string? numbers)
            || library.At(diagnostic.Location.GetLineSpan().Path) is not { IsSound: true } document
            || FieldView.Of(document, library) is not { } field)
        {
            yield break;
        }

        string unit = new SchemaLayout(document.Text).Unit;
        foreach (string number in numbers!.Split(','))
        {
            EventView? shown = field.Events.ElementAtOrDefault(int.Parse(number, CultureInfo.InvariantCulture));
            if (shown is not null && ExampleBuilder.Build(field, shown, library) is { } body)
            {
                string text = body.ToText(unit);
                yield return document.Json!["examples"] is { } examples
                    ? new SchemaEdit(document.Path, examples.Span.Start, null, text)
                    : new SchemaEdit(document.Path, document.Json.Span.Start, "examples", text, IsElement: true);
            }
        }
    }

    private protected override string TitleFor(Diagnostic diagnostic) =>
        diagnostic.Properties[ExampleAnalyzer.EventsProperty]!.Contains(",")
            ? "Add an example of each event"
            : $"Add an example of '{diagnostic.Properties[ExampleAnalyzer.NameProperty]}'";
}
