using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Benchmarks.Generator;

/// <summary>A shipped schema as the compiler sees it.</summary>
internal sealed class SchemaText(string path, string json) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(json);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
