using System.Globalization;

namespace WaGen.Client;

/// <summary>Compares a file with what the operation accepts.</summary>
internal static class MediaCheck
{
    /// <summary>Throws when the operation would refuse the file.</summary>
    /// <exception cref="PayloadValidationException">The type is not accepted or the file is too large.</exception>
    public static void ThrowIfRefused(ApiOperation operation, MediaFile file)
    {
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Media.Count > 0))
        {
            if (Problem(parameter, file) is { } problem)
            {
                throw new PayloadValidationException(nameof(MediaFile), [problem]);
            }
        }
    }

    private static PayloadProblem? Problem(ApiParameter parameter, MediaFile file)
    {
        string type = file.ContentType.Split(';', 2)[0].Trim();
        MediaLimit[] limits = [.. parameter.Media.Where(limit => string.Equals(limit.MediaType, type, StringComparison.OrdinalIgnoreCase))];
        if (limits.Length == 0)
        {
            return new PayloadProblem(PayloadProblemKind.Pattern, parameter.Name, null, null, $"'{parameter.Name}' is of a media type that is not accepted; these are: {string.Join(", ", parameter.Media.Select(static m => m.MediaType).Distinct(StringComparer.Ordinal))}");
        }

        // What a file is used as is said only by the message, so the largest limit of its type stands.
        long most = limits.Max(static limit => limit.MaxBytes);
        return file.Length > most
            ? new PayloadProblem(
                PayloadProblemKind.Maximum, parameter.Name, most, file.Length, string.Create(CultureInfo.InvariantCulture, $"'{parameter.Name}' has {file.Length} bytes, but {most} are the most for {limits[0].MediaType}"))
            : null;
    }
}
