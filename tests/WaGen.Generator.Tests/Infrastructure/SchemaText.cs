using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>A schema file as the compiler sees it.</summary>
/// <param name="path">The path of the file.</param>
/// <param name="json">What it holds.</param>
/// <param name="isShipped">Whether it came with the package.</param>
internal sealed class SchemaText(string path, string json, bool isShipped) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(json);

    public override string Path => path;

    public bool IsShipped => isShipped;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
