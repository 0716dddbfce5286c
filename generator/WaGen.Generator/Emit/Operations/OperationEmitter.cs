using System.Globalization;
using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints an operation as data, and the methods of the client that call it.</summary>
internal static partial class OperationEmitter
{
    /// <summary>Stands for a body or an answer that is no JSON object.</summary>
    public const string None = "NoPayload";

    public static void Emit(CodeWriter writer, OperationModel operation, string group, Provenance provenance, PrintContext context)
    {
        ApiScope api = context.Api!;
        using (writer.Block($"{context.Accessibility} static partial class {api.ApiClass}"))
        {
            Docs.Describe(writer, operation.Description, $"The operation {operation.Name}.", provenance, Remark(operation));
            writer.Line(Code.GeneratedCode);
            using (writer.Block($"public static {TypeOf(operation)} {operation.Name} {{ get; }} = new()", "};"))
            {
                EmitDescription(writer, operation, group, provenance, api);
            }
        }

        if (api.Client is not null)
        {
            writer.Line();
            EmitMethods(writer, operation, api, api.Client, context.Accessibility);
        }
    }

    private static string TypeOf(OperationModel operation) => $"ApiOperation<{BodyOf(operation)}, {AnswerOf(operation)}>";

    private static string BodyOf(OperationModel operation) => operation.Body?.TypeName ?? None;

    private static string AnswerOf(OperationModel operation) => operation.Answer?.TypeName ?? None;

    /// <summary>What a caller has to know beside what the operation does.</summary>
    private static string Remark(OperationModel operation)
    {
        var remarks = new List<string> { $"<c>{operation.Method} {Docs.Escape(operation.Path)}</c>." };
        if (!operation.Permissions.IsEmpty)
        {
            remarks.Add($"Needs the permission {string.Join(", ", operation.Permissions.Select(static p => $"<c>{Docs.Escape(p)}</c>"))}.");
        }

        remarks.Add(operation.Tokens.IsEmpty ? "Needs no token." : $"Takes tokens of a kind of {string.Join(", ", operation.Tokens.Select(static t => t.ToLowerInvariant()))}.");
        if (operation.TokensBecause is not null)
        {
            remarks.Add(Docs.Escape(operation.TokensBecause));
        }

        if (operation.NeedsProof)
        {
            remarks.Add("Needs a proof that the caller has the app's secret.");
        }

        if (!operation.Quotas.IsEmpty)
        {
            remarks.Add($"Counts against the quota {string.Join(", ", operation.Quotas.Select(static q => $"<c>{Docs.Escape(q)}</c>"))}.");
        }

        remarks.Add(operation.IsRepeatSafe ? "The same request may be sent again." : "Sending the same request again may do its work twice.");
        return string.Join(" ", remarks);
    }

    private static void EmitDescription(CodeWriter writer, OperationModel operation, string group, Provenance provenance, ApiScope api)
    {
        writer.Line($"Api = {api.DefinitionClass}.Definition,");
        writer.Line($"Group = {Code.Literal(group)},");
        writer.Line($"Name = {Code.Literal(operation.Name)},");
        writer.Line($"Method = {Code.Literal(operation.Method)},");
        writer.Line($"Path = {Code.Literal(operation.Path)},");
        if (!operation.Parameters.IsEmpty)
        {
            using (writer.Block("Parameters = new ApiParameter[]", "},"))
            {
                foreach (ParameterModel parameter in operation.Parameters)
                {
                    EmitParameter(writer, parameter);
                }
            }
        }

        Text(writer, "Account", operation.Account);
        writer.Line($"Content = ApiContent.{operation.Content},");
        if (operation is { IsBodyOptional: true, Body: not null })
        {
            writer.Line("IsBodyOptional = true,");
        }

        if (operation.AnswerContent is not "Json")
        {
            writer.Line($"AnswerContent = ApiContent.{operation.AnswerContent},");
        }

        Texts(writer, "Hosts", operation.Hosts);
        Text(writer, "Authorization", operation.Authorization);
        Texts(writer, "Permissions", operation.Permissions);
        if (!operation.Tokens.IsEmpty)
        {
            writer.Line($"Tokens = new[] {{ {string.Join(", ", operation.Tokens.Select(static t => "AccessTokenKind." + t))} }},");
        }

        Text(writer, "TokensBecause", operation.TokensBecause);
        if (operation.NeedsProof)
        {
            writer.Line("NeedsProof = true,");
        }

        if (operation.IsRepeatSafe)
        {
            writer.Line("IsRepeatSafe = true,");
        }

        Text(writer, "Limiter", operation.Limiter);
        Texts(writer, "Quotas", operation.Quotas);
        Text(writer, "Expansion", operation.Expansion);
        if (operation.Partial is { } partial)
        {
            writer.Line($"Partial = new ApiPartialAnswer({partial.Status.ToString(CultureInfo.InvariantCulture)}, {Code.Literal(partial.Member)}),");
        }

        Text(writer, "ListMember", operation.ListMember);
        Text(writer, "PageParameter", operation.Page?.Parameter);
        Text(writer, "Source", provenance.Source);
    }

    private static void EmitParameter(CodeWriter writer, ParameterModel parameter)
    {
        var parts = new List<string> { $"Name = {Code.Literal(parameter.Name)}", $"Place = ApiParameterPlace.{parameter.Place}" };
        if (parameter.IsRequired)
        {
            parts.Add("IsRequired = true");
        }

        if (parameter.IsFile)
        {
            parts.Add("IsFile = true");
        }

        if (parameter.IsList)
        {
            parts.Add("IsList = true");
        }

        if (!parameter.Values.IsEmpty)
        {
            parts.Add($"Values = {Code.List(parameter.Values)}");
        }

        if (parameter.Constant is not null)
        {
            parts.Add($"Constant = {Code.Literal(parameter.Constant)}");
        }

        if (parameter.Media.IsEmpty)
        {
            writer.Line($"new() {{ {string.Join(", ", parts)} }},");
            return;
        }

        using (writer.Block("new()", "},"))
        {
            writer.Line(string.Join(", ", parts) + ",");
            using (writer.Block("Media = new MediaLimit[]", "},"))
            {
                foreach (MediaModel media in parameter.Media)
                {
                    string kind = media.Class is null ? string.Empty : ", " + Code.Literal(media.Class);
                    writer.Line($"new({Code.Literal(media.Type)}, {media.Bytes.ToString(CultureInfo.InvariantCulture)}{kind}),");
                }
            }
        }
    }

    private static void Text(CodeWriter writer, string property, string? value)
    {
        if (value is not null)
        {
            writer.Line($"{property} = {Code.Literal(value)},");
        }
    }

    private static void Texts(CodeWriter writer, string property, EquatableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            writer.Line($"{property} = {Code.List(values)},");
        }
    }
}
