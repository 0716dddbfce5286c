using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Documents the types of one file. The first type with a source says it, the others inherit it from there.</summary>
internal sealed class TypeDocs(CodeWriter writer)
{
    private readonly Dictionary<Provenance, string> _first = [];

    /// <summary>Prints what a type is and where the facts about it come from.</summary>
    /// <param name="name">The C# name of the type.</param>
    /// <param name="description">What it is, from the schema.</param>
    /// <param name="fallback">What to say when the schema says nothing.</param>
    /// <param name="provenance">Where the facts come from.</param>
    public void Describe(string name, string? description, string fallback, Provenance provenance)
    {
        if (!_first.TryGetValue(provenance, out string? first))
        {
            Docs.Describe(writer, description, fallback, provenance);
            _first.Add(provenance, name);
            return;
        }

        Docs.Summary(writer, description ?? fallback);
        if (provenance != Provenance.None)
        {
            writer.Line($"/// <inheritdoc cref=\"{first}\" path=\"/remarks\"/>");
        }
    }
}
