namespace WaGen.Tests.Generated.Schemas;

/// <summary>One variant of a union.</summary>
/// <param name="Shape">The object; its members include those of the union.</param>
/// <param name="Conditions">For each discriminator of the union the texts that choose the variant; none when it does not matter.</param>
/// <param name="Content">The way to what is special about the variant; empty when the schema names nothing.</param>
/// <param name="ContentIsArray">Whether an array stands there, not an object.</param>
internal sealed record SchemaVariant(SchemaShape Shape, IReadOnlyList<IReadOnlyList<string>> Conditions, IReadOnlyList<string> Content, bool ContentIsArray)
{
    public string Handler => Shape.Handler ?? Shape.Name!;
}
