using System.Globalization;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Emit;

/// <summary>Prints a member of a payload: its property, and how it is read, written and checked.</summary>
internal static class PayloadMemberEmitter
{
    /// <summary>Prints the property of a member.</summary>
    public static void Property(CodeWriter writer, TypeDocs docs, PayloadType type, MemberModel member)
    {
        Provenance own = member.Provenance.Beside(type.Model.Provenance);
        string? wireName = string.Equals(ClrNames.Pascal(member.WireName), member.ClrName, StringComparison.Ordinal) ? null : member.WireName;
        docs.DescribeMember($"{type.Model.Name}.{member.ClrName}", member.Description, $"The member {member.WireName}.", Docs.Remarks(own, Remark(member), wireName), own.Source is not null);
        AdviceEmitter.Emit(writer, member.Advice);
        if (Limit(member) is { } limit)
        {
            writer.Line($"[{limit}]");
        }

        string modifiers = (type.Hides(member.ClrName) ? "new " : string.Empty) + (member.MustBeSet ? "required " : string.Empty);
        string initial = Initial(member) is { } value ? $" = {value};" : string.Empty;
        writer.Line($"public {modifiers}{PropertyType(member)} {member.ClrName} {{ get; init; }}{initial}");
    }

    /// <summary>The C# type of a value without a question mark.</summary>
    public static string PlainType(MemberType type) => type.Shape switch
    {
        MemberShape.Text or MemberShape.Id => "string",
        MemberShape.Integer => "long",
        MemberShape.Decimal => "decimal",
        MemberShape.Double => "double",
        MemberShape.UnixTime => "DateTimeOffset",
        MemberShape.Boolean => "bool",
        MemberShape.Object or MemberShape.Enum => type.TypeName!,
        MemberShape.List => $"PayloadList<{type.TypeName}>",
        MemberShape.TextList => "PayloadList<string>",
        MemberShape.IntegerList => "PayloadList<long>",
        MemberShape.TextRows => "PayloadList<PayloadList<string>>",
        MemberShape.Map => $"IReadOnlyDictionary<string, {type.TypeName}>",
        MemberShape.TextMap => "IReadOnlyDictionary<string, string>",
        _ => "JsonFragment",
    };

    /// <summary>Whether a member must be something, because null would be a missing one. Values may be null, so that it shows when one is missing.</summary>
    public static bool IsNeverNull(MemberModel member) => member.IsRequired && !IsValue(member.Type);

    /// <summary>Whether the initial value has to be taken back before a payload is read.</summary>
    public static bool IsReset(MemberModel member) => member.Default is not null || member.IsPrefilled;

    /// <summary>The attribute with the limits of a member; null without limits.</summary>
    public static string? Limit(MemberModel member)
    {
        if (member.Limit is not { } limit)
        {
            return null;
        }

        LimitModel texts = TextsOf(member) ?? new LimitModel();
        bool isText = member.Type.Shape is MemberShape.Text or MemberShape.Id or MemberShape.TextList or MemberShape.TextRows or MemberShape.TextMap;
        bool isNumber = member.Type.Shape is MemberShape.Integer or MemberShape.Decimal or MemberShape.Double;
        string[] parts =
        [
            .. isText ? Parts(("MinLength", Text(texts.MinLength)), ("MaxLength", Text(texts.MaxLength)), ("Pattern", texts.Pattern is null ? null : Code.Literal(texts.Pattern))) : [],
            .. member.Type.IsArray ? Parts(("MinItems", Text(limit.MinItems)), ("MaxItems", Text(limit.MaxItems))) : [],
            .. isNumber ? Parts(("Minimum", Text(limit.Minimum)), ("Maximum", Text(limit.Maximum))) : [],
        ];
        return parts.Length == 0 ? null : $"PayloadLimit({string.Join(", ", parts)})";

        static IEnumerable<string> Parts(params (string Name, string? Value)[] parts) => parts.Where(static p => p.Value is not null).Select(static p => $"{p.Name} = {p.Value}");
    }

    /// <summary>The expression that reads a member.</summary>
    public static string Read(MemberModel member)
    {
        MemberType type = member.Type;
        string forms = type.Forms switch
        {
            ScalarForms.Number | ScalarForms.String => "ScalarForms.Any",
            ScalarForms.String => "ScalarForms.String",
            _ => "ScalarForms.Number",
        };
        string scalar = $"{forms}, ScalarForms.{(type.Written is ScalarForms.String ? "String" : "Number")}";
        string read = type.Shape switch
        {
            MemberShape.Text or MemberShape.Id => type.Forms is ScalarForms.String ? "json.ReadText()" : $"json.ReadText({forms})",
            MemberShape.Integer => $"json.ReadInteger({scalar})",
            MemberShape.Decimal => $"json.ReadDecimal({scalar})",
            MemberShape.Double => $"json.ReadDouble({scalar})",
            MemberShape.UnixTime => $"json.ReadUnixTime({scalar})",
            MemberShape.Boolean => $"json.ReadBoolean({scalar})",
            MemberShape.Object => $"json.ReadObject<{type.TypeName}>()",
            MemberShape.Enum => $"json.ReadEnum<{type.TypeName}, {type.TypeName}Wire>()",
            MemberShape.List => $"json.ReadObjects<{type.TypeName}>()",
            MemberShape.TextList => "json.ReadTexts()",
            MemberShape.IntegerList => "json.ReadIntegers()",
            MemberShape.TextRows => "json.ReadTextRows()",
            MemberShape.Map => $"json.ReadMap<{type.TypeName}>()",
            MemberShape.TextMap => "json.ReadTextMap()",
            _ => "json.ReadRaw()",
        };
        return IsNeverNull(member) && type.Shape is not MemberShape.Raw ? read + "!" : read;
    }

    /// <summary>The statement that writes a member.</summary>
    public static string Write(MemberModel member)
    {
        MemberType type = member.Type;
        string name = Code.Utf8($",{Code.JsonText(member.WireName)}:");
        string method = type.Shape switch
        {
            MemberShape.Text or MemberShape.Id => "Text",
            MemberShape.Integer or MemberShape.Decimal or MemberShape.Double or MemberShape.UnixTime or MemberShape.Boolean or MemberShape.Object or MemberShape.TextRows or MemberShape.TextMap or MemberShape.Map => type.Shape.ToString(),
            MemberShape.Enum => $"Enum<{type.TypeName}, {type.TypeName}Wire>",
            MemberShape.List => "Objects",
            MemberShape.TextList => "Texts",
            MemberShape.IntegerList => "Integers",
            _ => "Raw",
        };
        return $"json.{method}({name}, {member.ClrName}{(type.Written is ScalarForms.String ? ", ScalarForms.String" : string.Empty)});";
    }

    /// <summary>The statements that check a member; none when anything will do.</summary>
    public static IEnumerable<string> Check(MemberModel member, bool isRequired)
    {
        string name = Code.Literal(member.WireName);
        string value = member.ClrName;
        MemberType type = member.Type;
        if (isRequired)
        {
            yield return $"check.Required({name}, {value} is not null);";
        }

        if (type.IsArray && member.Limit is { LimitsCount: true } count)
        {
            yield return $"check.Count({name}, {value}?.Count{Range(count.MinItems, count.MaxItems, null)});";
        }

        LimitModel? texts = TextsOf(member);
        string? check = type.Shape switch
        {
            MemberShape.Text or MemberShape.Id when texts is { LimitsText: true } => "Text",
            MemberShape.TextList when texts is { LimitsText: true } => "Texts",
            MemberShape.TextRows when texts is { LimitsText: true } || member.Limit?.Element is { LimitsCount: true } => "TextRows",
            MemberShape.TextMap when texts is { LimitsText: true } => "TextMap",
            MemberShape.Integer or MemberShape.Decimal or MemberShape.Double when member.Limit is { LimitsNumber: true } => "Number",
            MemberShape.Enum => $"Enum<{type.TypeName}, {type.TypeName}Wire>",
            MemberShape.Object => "Object",
            MemberShape.List => "Objects",
            MemberShape.Map => "Map",
            _ => null,
        };
        if (check is null)
        {
            yield break;
        }

        yield return check switch
        {
            "Number" => $"check.{(type.Shape is MemberShape.Double ? "Double" : "Number")}({name}, {value}, {Number(member.Limit!.Minimum)}, {Number(member.Limit.Maximum)});",
            "TextRows" => $"check.TextRows({name}, {value}{Named(("fewest", Text(member.Limit!.Element!.MinItems)), ("most", Text(member.Limit.Element.MaxItems)), ("minimum", Text(texts?.MinLength)), ("maximum", Text(texts?.MaxLength)), ("pattern", texts?.Pattern is null ? null : Code.Literal(texts.Pattern)))});",
            "Text" or "Texts" or "TextMap" => $"check.{check}({name}, {value}{Range(texts!.MinLength, texts.MaxLength, texts.Pattern)});",
            _ => $"check.{check}({name}, {value});",
        };
    }

    private static string PropertyType(MemberModel member) => PlainType(member.Type) + (IsNeverNull(member) ? string.Empty : "?");

    /// <summary>The limits of the texts that a member is or holds.</summary>
    private static LimitModel? TextsOf(MemberModel member) => member.Type.Shape switch
    {
        MemberShape.TextList or MemberShape.TextMap => member.Limit?.Element,
        MemberShape.TextRows => member.Limit?.Element?.Element,
        _ => member.Limit,
    };

    private static bool IsValue(MemberType type) =>
        type.Shape is MemberShape.Integer or MemberShape.Decimal or MemberShape.Double or MemberShape.UnixTime or MemberShape.Boolean or MemberShape.Enum;

    private static string? Initial(MemberModel member) => member switch
    {
        { IsPrefilled: true } => "new()",
        { Default: { } value, Type.Shape: MemberShape.Text or MemberShape.Id } => Code.Literal(value),
        { Default: { } value, Type.Shape: MemberShape.Decimal } => value + "m",
        { Default: { } value } => value,
        _ => IsNeverNull(member) ? "null!" : null,
    };

    /// <summary>What the type leaves open.</summary>
    private static string Remark(MemberModel member)
    {
        string raw = member.Type.Shape is MemberShape.Raw ? " Any JSON." : string.Empty;
        string deprecated = member.Advice.FirstOrDefault(static a => a.Topic is AdviceTopic.Deprecated) is { } advice ? $" Deprecated: {Docs.Escape(advice.Text)}" : string.Empty;
        return (raw + deprecated).TrimStart();
    }

    private static string Range(int? minimum, int? maximum, string? pattern)
    {
        string range = (minimum, maximum) switch
        {
            (null, null) => string.Empty,
            (null, _) => $", maximum: {Text(maximum)}",
            (_, null) => $", {Text(minimum)}",
            _ => $", {Text(minimum)}, {Text(maximum)}",
        };
        return pattern is null ? range : $"{range}, pattern: {Code.Literal(pattern)}";
    }

    private static string Named(params (string Name, string? Value)[] arguments) =>
        string.Concat(arguments.Where(static a => a.Value is not null).Select(static a => $", {a.Name}: {a.Value}"));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number is null ? "null" : Text(number) + "m";
}
