using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the properties through which a member is read.</summary>
internal static class MemberEmitter
{
    /// <summary>Prints a member of a view. A variant has the values of the members that it shares; their bytes are reached through its union.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="docs">The documentation of the file.</param>
    /// <param name="owner">The C# name of the printed type.</param>
    /// <param name="member">The member.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="view">The expression of the bound view.</param>
    /// <param name="outer">Where the facts about the printed type come from; repeated at a member only when its own come from elsewhere.</param>
    /// <param name="inheritedFrom">The type that documents the member; null when this one does.</param>
    public static void Emit(CodeWriter writer, TypeDocs docs, string owner, MemberModel member, int slot, string view, Provenance outer, string? inheritedFrom = null)
    {
        if (member.Type.Shape is MemberShape.Walked)
        {
            return;
        }

        if (inheritedFrom is null)
        {
            Provenance own = member.Provenance.Beside(outer);
            string remarks = Docs.Remarks(own, Remark(member), WireName(member));
            docs.DescribeMember($"{owner}.{member.ClrName}", member.Description, $"The member {member.WireName}.", remarks, own.Source is not null);
        }
        else
        {
            Docs.Inherit(writer, $"{inheritedFrom}.{member.ClrName}");
        }

        AdviceEmitter.Emit(writer, member.Advice);
        string name = member.ClrName;
        writer.Line($"public {PropertyType(member.Type)} {name} => {Read(member.Type, slot, view)};");
        switch (member.Type.Shape)
        {
            case MemberShape.Text or MemberShape.Id when inheritedFrom is null && !member.IsConst:
                Companion(writer, $"{Code.View}.GetUtf8");
                writer.Line($"public {Code.Span} {name}Utf8 => {view}.GetUtf8({slot});");
                Companion(writer, $"{Code.View}.TextEquals");
                writer.Line($"public bool {name}Equals({Code.Span} utf8) => {view}.TextEquals({slot}, utf8);");
                break;
            case MemberShape.Enum:
                Companion(writer, $"{Code.View}.GetEnumText");
                writer.Line($"public string? {name}Text => {view}.GetEnumText({slot});");
                break;
            default:
                break;
        }

        if (!member.Aliases.IsEmpty && inheritedFrom is null)
        {
            bool isContainer = member.Type.Shape is MemberShape.Object or MemberShape.List or MemberShape.TextList or MemberShape.Map or MemberShape.TextMap;
            string read = isContainer ? "GetContainerWireName" : "GetWireName";
            Companion(writer, $"{Code.View}.{read}");
            writer.Line($"public {Code.Span} {name}WireNameUtf8 => {view}.{read}({slot});");
        }

        if (member.Type.IsJsonText)
        {
            Companion(writer, $"{Code.View}.ParseJsonText");
            writer.Line($"public {Code.RawJson} Parse{name}() => {view}.ParseJsonText({slot});");
        }
    }

    /// <summary>Another way to read a member; it says the same as the accessor of the runtime that it calls.</summary>
    private static void Companion(CodeWriter writer, string accessor)
    {
        writer.Line();
        Docs.Inherit(writer, accessor);
    }

    /// <summary>The name on the wire, unless everybody can tell it from the C# name.</summary>
    private static string? WireName(MemberModel member) =>
        string.Equals(Schema.ClrNames.Pascal(member.WireName), member.ClrName, StringComparison.Ordinal) && member.Aliases.IsEmpty ? null : member.WireName;

    /// <summary>What the type of a member leaves open. That null means absent, or that an absent object or list is empty, it says by itself.</summary>
    private static string Remark(MemberModel member)
    {
        string raw = member.Type.Shape is MemberShape.Raw ? " Kept as received." : string.Empty;
        string aliases = member.Aliases.IsEmpty ? string.Empty : $" Also sent as {string.Join(", ", member.Aliases.Select(static a => $"<c>{Docs.Escape(a)}</c>"))}.";
        string deprecated = member.Advice.FirstOrDefault(static a => a.Topic is AdviceTopic.Deprecated) is not { } advice ? string.Empty
            : string.Equals(advice.Text, member.Description, StringComparison.Ordinal) ? " Deprecated by the platform."
            : $" Deprecated: {Docs.Escape(advice.Text)}";
        return (raw + aliases + deprecated).TrimStart();
    }

    private static string PropertyType(MemberType type) => type.Shape switch
    {
        MemberShape.Text or MemberShape.Id => "string?",
        MemberShape.Integer => "long?",
        MemberShape.Decimal => "decimal?",
        MemberShape.Double => "double?",
        MemberShape.UnixTime => "DateTimeOffset?",
        MemberShape.Boolean => "bool?",
        MemberShape.Object => type.TypeName!,
        MemberShape.Enum => type.TypeName + "?",
        MemberShape.List => $"ViewList<{type.TypeName}>",
        MemberShape.TextList => "TextList",
        MemberShape.Map => $"ViewMap<{type.TypeName}>",
        MemberShape.TextMap => "TextMap",
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
        MemberShape.Enum => $"{view}.GetEnum<{type.TypeName}Wire, {type.TypeName}>({slot})",
        MemberShape.List => $"{view}.GetList<{type.TypeName}>({slot})",
        MemberShape.TextList => $"{view}.GetTexts({slot})",
        MemberShape.Map => $"{view}.GetMap<{type.TypeName}>({slot})",
        MemberShape.TextMap => $"{view}.GetTextMap({slot})",
        _ => $"{view}.GetRaw({slot})",
    };

    /// <summary>The expression that binds a member and is true.</summary>
    public static string Bind(MemberType type, int slot)
    {
        string forms = type.Forms switch
        {
            ScalarForms.Number | ScalarForms.String => "ScalarForms.Any",
            ScalarForms.String => "ScalarForms.String",
            _ => "ScalarForms.Number",
        };
        return type.Shape switch
        {
            MemberShape.Text or MemberShape.Id when type.Forms is ScalarForms.String => $"binder.Text(block, {slot}, value)",
            MemberShape.Text or MemberShape.Id => $"binder.TextOrNumber(block, {slot}, value)",
            MemberShape.Integer => $"binder.Integer(block, {slot}, value, {forms})",
            MemberShape.Decimal => $"binder.Decimal(block, {slot}, value, {forms})",
            MemberShape.Double => $"binder.Number(block, {slot}, value, {forms})",
            MemberShape.UnixTime => $"binder.UnixTime(block, {slot}, value, {forms})",
            MemberShape.Boolean => $"binder.Boolean(block, {slot}, value, {forms})",
            MemberShape.Object => $"binder.Object<{type.TypeName}>(block, {slot}, value)",
            MemberShape.Enum => $"binder.Enum<{type.TypeName}Wire, {type.TypeName}>(block, {slot}, value)",
            MemberShape.List => $"binder.List<{type.TypeName}>(block, {slot}, value)",
            MemberShape.TextList => $"binder.Texts(block, {slot}, value)",
            MemberShape.Map => $"binder.Map<{type.TypeName}>(block, {slot}, value)",
            MemberShape.TextMap => $"binder.TextMap(block, {slot}, value)",
            MemberShape.Walked => $"binder.Walked(block, {slot}, value)",
            _ => $"binder.Raw(block, {slot}, value)",
        };
    }
}
