using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>How a member is bound and read.</summary>
internal enum MemberShape
{
    /// <summary>A text; a string only.</summary>
    Text,

    /// <summary>An identifier: a text for which the empty string reads as null.</summary>
    Id,

    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A binary floating point number.</summary>
    Double,

    /// <summary>Seconds since 1970.</summary>
    UnixTime,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>Anything, kept as received.</summary>
    Raw,

    /// <summary>A printed object type.</summary>
    Object,

    /// <summary>A printed enumeration.</summary>
    Enum,

    /// <summary>An array of a printed object type.</summary>
    List,

    /// <summary>An array of texts.</summary>
    TextList,

    /// <summary>An array of 64-bit integers; in payloads only.</summary>
    IntegerList,

    /// <summary>An array of arrays of texts; in payloads only.</summary>
    TextRows,

    /// <summary>An object with free member names and values of a printed object type.</summary>
    Map,

    /// <summary>An object with free member names and texts as values.</summary>
    TextMap,

    /// <summary>Defined by another file; replaced when the files are linked.</summary>
    External,

    /// <summary>Known, but walked by the dispatch table and not printed.</summary>
    Walked,
}

/// <summary>The JSON forms in which a scalar is accepted.</summary>
[Flags]
internal enum ScalarForms
{
    /// <summary>None given.</summary>
    None = 0,

    /// <summary>A JSON number.</summary>
    Number = 1,

    /// <summary>A JSON string.</summary>
    String = 2,
}

/// <summary>The type of a member, ready to print.</summary>
/// <remarks>Crosses the incremental pipeline: immutable, compared by value, holds no positions.</remarks>
[DebuggerDisplay("{Shape} {TypeName}")]
internal sealed record MemberType
{
    /// <summary>A member of any type that is kept as received.</summary>
    public static MemberType Raw { get; } = new() { Shape = MemberShape.Raw };

    /// <summary>How the member is bound and read.</summary>
    public required MemberShape Shape { get; init; }

    /// <summary>The accepted JSON forms of a scalar.</summary>
    public ScalarForms Forms { get; init; }

    /// <summary>The form in which a payload writes a scalar; none for views and for what has one form only.</summary>
    public ScalarForms Written { get; init; }

    /// <summary>Whether arrays may have elements of this type, which is an array itself; in payloads only.</summary>
    public bool IsRow { get; init; }

    /// <summary>Whether a payload has a list here.</summary>
    public bool IsArray => Shape is MemberShape.List or MemberShape.TextList or MemberShape.IntegerList or MemberShape.TextRows;

    /// <summary>The full C# name of the object or enumeration; of the element for lists and maps.</summary>
    public string? TypeName { get; init; }

    /// <summary>The absolute address of a definition in another file, for <see cref="MemberShape.External"/>.</summary>
    public string? Reference { get; init; }

    /// <summary>What surrounds an external definition: it is the member itself, the element of a list, or the value of a map.</summary>
    public MemberShape Around { get; init; } = MemberShape.External;

    /// <summary>Whether the text is JSON of its own and gets a method that reads it.</summary>
    public bool IsJsonText { get; init; }

    /// <summary>The type of an array whose elements have this type.</summary>
    public MemberType AsListElement() => Shape switch
    {
        MemberShape.Object => new MemberType { Shape = MemberShape.List, TypeName = TypeName },
        MemberShape.Text or MemberShape.Id when Forms == ScalarForms.String => new MemberType { Shape = MemberShape.TextList },
        MemberShape.Integer when Forms == ScalarForms.Number && Written == ScalarForms.Number => new MemberType { Shape = MemberShape.IntegerList },
        MemberShape.TextList when IsRow => new MemberType { Shape = MemberShape.TextRows },
        MemberShape.External when Around == MemberShape.External => this with { Around = MemberShape.List },
        _ => Raw,
    };

    /// <summary>The type of an object with free member names whose values have this type.</summary>
    public MemberType AsMapValue() => Shape switch
    {
        MemberShape.Object => new MemberType { Shape = MemberShape.Map, TypeName = TypeName },
        MemberShape.Text or MemberShape.Id when Forms == ScalarForms.String => new MemberType { Shape = MemberShape.TextMap },
        MemberShape.External when Around == MemberShape.External => this with { Around = MemberShape.Map },
        _ => Raw,
    };
}
