using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the properties through which a member is read.</summary>
internal static class MemberEmitter
{
    /// <summary>Prints a member of a view.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="member">The member.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="view">The expression of the bound view.</param>
    /// <param name="inheritedFrom">The type that documents the member; null when this one does.</param>
    public static void Emit(CodeWriter writer, MemberModel member, int slot, string view, string? inheritedFrom = null)
    {
        if (member.Type.Shape is MemberShape.Walked)
        {
            return;
        }

        if (inheritedFrom is null)
        {
            Docs.Describe(writer, member.Description, $"The member {member.WireName}.", member.Provenance, member.WireName, Remark(member));
        }
        else
        {
            Docs.Inherit(writer, $"{inheritedFrom}.{member.ClrName}");
        }

        string name = member.ClrName;
        writer.Line($"public {PropertyType(member.Type)} {name} => {Read(member.Type, slot, view)};");
        switch (member.Type.Shape)
        {
            case MemberShape.Text or MemberShape.Id:
                Companion(writer, member, inheritedFrom, "Utf8", $"The bytes of <see cref=\"{name}\"/>; empty when absent, good until the next await.");
                writer.Line($"public {Code.Span} {name}Utf8 => {view}.GetUtf8({slot});");
                Companion(writer, member, inheritedFrom, "Equals", $"Whether <see cref=\"{name}\"/> is this text; makes no string.");
                writer.Line($"public bool {name}Equals({Code.Span} utf8) => {view}.TextEquals({slot}, utf8);");
                break;
            case MemberShape.Enum:
                Companion(writer, member, inheritedFrom, "Text", $"The text of <see cref=\"{name}\"/> as received, also when it is unknown; null when absent.");
                writer.Line($"public string? {name}Text => {view}.GetText({slot});");
                break;
            default:
                break;
        }

        if (!member.Aliases.IsEmpty)
        {
            bool isContainer = member.Type.Shape is MemberShape.Object or MemberShape.List or MemberShape.TextList or MemberShape.Map or MemberShape.TextMap;
            Companion(writer, member, inheritedFrom, "WireNameUtf8", $"The name under which <see cref=\"{name}\"/> was received; empty when absent, good until the next await.");
            writer.Line($"public {Code.Span} {name}WireNameUtf8 => {view}.{(isContainer ? "GetContainerWireName" : "GetWireName")}({slot});");
        }

        if (member.Type.IsJsonText)
        {
            writer.Line();
            writer.Line($"/// <summary>Reads the JSON in <see cref=\"{name}\"/> into memory of its own; absent when it is none.</summary>");
            writer.Line($"public {Code.RawJson} Parse{name}() => {view}.ParseJsonText({slot});");
        }
    }

    private static void Companion(CodeWriter writer, MemberModel member, string? inheritedFrom, string suffix, string summary)
    {
        writer.Line();
        if (inheritedFrom is null)
        {
            writer.Line($"/// <summary>{summary}</summary>");
        }
        else
        {
            Docs.Inherit(writer, $"{inheritedFrom}.{member.ClrName}{suffix}");
        }
    }

    private static string? Remark(MemberModel member)
    {
        string? absent = member.Type.Shape switch
        {
            MemberShape.Object => "Not present when absent.",
            MemberShape.List or MemberShape.TextList or MemberShape.Map or MemberShape.TextMap => "Empty when absent.",
            MemberShape.Raw => "Kept as received.",
            MemberShape.Id => "Null when absent or empty.",
            MemberShape.Enum => "Null when absent; Unknown for values that the schema does not list.",
            _ => "Null when absent.",
        };
        string aliases = member.Aliases.IsEmpty ? string.Empty : $" Also sent as {string.Join(", ", member.Aliases.Select(static a => $"<c>{Docs.Escape(a)}</c>"))}.";
        string deprecated = member.IsDeprecated ? " Deprecated by the platform." : string.Empty;
        return absent + aliases + deprecated;
    }

    private static string PropertyType(MemberType type) => type.Shape switch
    {
        MemberShape.Text or MemberShape.Id => "string?",
        MemberShape.Integer => "long?",
        MemberShape.Decimal => "decimal?",
        MemberShape.Double => "double?",
        MemberShape.UnixTime => "global::System.DateTimeOffset?",
        MemberShape.Boolean => "bool?",
        MemberShape.Object => type.TypeName!,
        MemberShape.Enum => type.TypeName + "?",
        MemberShape.List => $"global::WaGen.ViewList<{type.TypeName}>",
        MemberShape.TextList => "global::WaGen.TextList",
        MemberShape.Map => $"global::WaGen.ViewMap<{type.TypeName}>",
        MemberShape.TextMap => "global::WaGen.TextMap",
        _ => Code.RawJson,
    };

    private static string Read(MemberType type, int slot, string view) => type.Shape switch
    {
        MemberShape.Text => $"{view}.GetText({slot})",
        MemberShape.Id => $"{view}.GetId({slot})",
        MemberShape.Integer => $"{view}.GetInt64({slot})",
        MemberShape.Decimal => $"{view}.GetDecimal({slot})",
        MemberShape.Double => $"{view}.GetDouble({slot})",
        MemberShape.UnixTime => $"{view}.GetUnixTime({slot})",
        MemberShape.Boolean => $"{view}.GetBoolean({slot})",
        MemberShape.Object => $"{view}.GetObject({slot}).As<{type.TypeName}>()",
        MemberShape.Enum => $"{type.TypeName}Wire.Read({view}, {slot})",
        MemberShape.List => $"{view}.GetList<{type.TypeName}>({slot})",
        MemberShape.TextList => $"{view}.GetTexts({slot})",
        MemberShape.Map => $"{view}.GetMap<{type.TypeName}>({slot})",
        MemberShape.TextMap => $"{view}.GetTextMap({slot})",
        _ => $"{view}.GetRaw({slot})",
    };

    /// <summary>The statement that binds a member.</summary>
    public static string Bind(MemberType type, int slot)
    {
        string forms = type.Forms switch
        {
            ScalarForms.Number | ScalarForms.String => "global::WaGen.Runtime.ScalarForms.Number | global::WaGen.Runtime.ScalarForms.String",
            ScalarForms.String => "global::WaGen.Runtime.ScalarForms.String",
            _ => "global::WaGen.Runtime.ScalarForms.Number",
        };
        return type.Shape switch
        {
            MemberShape.Text or MemberShape.Id when type.Forms is ScalarForms.String => $"binder.Text(block, {slot}, value);",
            MemberShape.Text or MemberShape.Id => $"binder.TextOrNumber(block, {slot}, value);",
            MemberShape.Integer => $"binder.Integer(block, {slot}, value, {forms});",
            MemberShape.Decimal => $"binder.Decimal(block, {slot}, value, {forms});",
            MemberShape.Double => $"binder.Number(block, {slot}, value, {forms});",
            MemberShape.UnixTime => $"binder.UnixTime(block, {slot}, value, {forms});",
            MemberShape.Boolean => $"binder.Boolean(block, {slot}, value, {forms});",
            MemberShape.Object => $"binder.Object<{type.TypeName}>(block, {slot}, value);",
            MemberShape.Enum => $"{type.TypeName}Wire.Bind(binder, block, {slot}, value);",
            MemberShape.List => $"binder.List<{type.TypeName}>(block, {slot}, value);",
            MemberShape.TextList => $"binder.Texts(block, {slot}, value);",
            MemberShape.Map => $"binder.Map<{type.TypeName}>(block, {slot}, value);",
            MemberShape.TextMap => $"binder.TextMap(block, {slot}, value);",
            MemberShape.Walked => string.Empty,
            _ => $"binder.Raw(block, {slot}, value);",
        };
    }
}
