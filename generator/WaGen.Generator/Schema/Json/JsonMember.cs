using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Schema.Json;

/// <summary>A member of an object. <see cref="Name"/> is decoded; <see cref="NameSpan"/> includes the quotes.</summary>
[DebuggerDisplay("{Name,nq}: {Value}")]
[StructLayout(LayoutKind.Auto)]
internal readonly struct JsonMember(string name, TextSpan nameSpan, JsonNode value)
{
    public string Name { get; } = name;

    public TextSpan NameSpan { get; } = nameSpan;

    public JsonNode Value { get; } = value;
}
