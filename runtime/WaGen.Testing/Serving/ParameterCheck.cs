using Microsoft.Net.Http.Headers;

namespace WaGen.Testing;

/// <summary>Checks what stands beside the body: query, headers and forms.</summary>
internal static class ParameterCheck
{
    /// <summary>Finds what is missing or wrong.</summary>
    /// <returns>The error; null when nothing is.</returns>
    public static FakeAnswer? Check(ApiOperation operation, FakeRequest request, RequestBody body)
    {
        if (body.Problem is not null)
        {
            return Refuse(operation, body.Problem);
        }

        Dictionary<string, string>? arguments = operation.Expansion is { } member && request.Parameters.GetValueOrDefault("fields") is { } fields ? ExpansionText.Find(fields, member) : null;
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Place != ApiParameterPlace.Path))
        {
            FakeAnswer? refusal = parameter.IsFile ? CheckFile(operation, parameter, body) : CheckText(operation, parameter, ValueOf(parameter, request, arguments));
            if (refusal is not null)
            {
                return refusal;
            }
        }

        string? unknown = request.Form.Keys.FirstOrDefault(name => !operation.Parameters.Any(p => p.Place == ApiParameterPlace.Form && p.Name.Equals(name, StringComparison.Ordinal)));
        return unknown is null ? null : Refuse(operation, $"'{unknown}' is an unsupported or misspelled parameter");
    }

    /// <summary>The media type of an uploaded file: what its part says, else what the form says.</summary>
    public static string? MediaTypeOf(ReceivedFile file, IReadOnlyDictionary<string, string> form)
    {
        string? said = file.ContentType ?? form.GetValueOrDefault("type");
        return MediaTypeHeaderValue.TryParse(said, out MediaTypeHeaderValue? type) ? type.MediaType.ToString().ToLowerInvariant() : null;
    }

    private static string? ValueOf(ApiParameter parameter, FakeRequest request, Dictionary<string, string>? arguments) => parameter.Place switch
    {
        ApiParameterPlace.Query => request.Parameters.GetValueOrDefault(parameter.Name),
        ApiParameterPlace.Header => request.Headers.GetValueOrDefault(parameter.Name),
        ApiParameterPlace.Expansion => arguments?.GetValueOrDefault(parameter.Name),
        _ => request.Form.GetValueOrDefault(parameter.Name),
    };

    private static FakeAnswer? CheckText(ApiOperation operation, ApiParameter parameter, string? value) =>
        value is null && (parameter.IsRequired || parameter.Constant is not null) ? Refuse(operation, $"'{parameter.Name}' is required")
        : value is not null && parameter.Constant is { } constant && !value.Equals(constant, StringComparison.Ordinal) ? Refuse(operation, $"'{parameter.Name}' must be {constant}")
        : value is not null && parameter.Values.Count > 0 && !TextsOf(value).All(text => parameter.Values.Contains(text, StringComparer.OrdinalIgnoreCase))
            ? Refuse(operation, $"'{parameter.Name}' must be one of {string.Join(", ", parameter.Values)}")
        : null;

    /// <summary>The texts of a value that may be the JSON text of an array.</summary>
    private static IEnumerable<string> TextsOf(string value) => value.StartsWith('[') && value.EndsWith(']')
        ? value[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static text => text.Trim('"', '\''))
        : [value];

    private static FakeAnswer? CheckFile(ApiOperation operation, ApiParameter parameter, RequestBody body)
    {
        if (body.File is not { } file)
        {
            return parameter.IsRequired ? Refuse(operation, $"'{parameter.Name}' is required") : null;
        }

        if (parameter.Media.Count == 0)
        {
            return null;
        }

        string? type = MediaTypeOf(file, body.Form);
        MediaLimit[] limits = [.. parameter.Media.Where(m => m.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))];
        if (limits.Length == 0)
        {
            return GraphErrors.Create(operation.Api, GraphErrors.BadMedia, $"Files of the type {type ?? "(none)"} are not accepted");
        }

        long most = limits.Max(static m => m.MaxBytes);
        return file.Length > most
            ? GraphErrors.Create(operation.Api, GraphErrors.BadMedia, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The file has {file.Length} bytes, {type} may have {most}"))
            : null;
    }

    private static FakeAnswer Refuse(ApiOperation operation, string details) => GraphErrors.Create(operation.Api, GraphErrors.BadParameter, details);
}
