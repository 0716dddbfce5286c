using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace WaGen.AspNetCore;

/// <summary>Decides whether headers announce plain JSON in UTF-8.</summary>
internal static class JsonMediaType
{
    private const string Json = "application/json";

    public static bool Accepts(IHeaderDictionary headers)
    {
        // The signature covers the bytes as they were sent, so a body that somebody encoded on the way cannot be verified.
        StringValues contentType = headers.ContentType;
        return contentType.Count == 1 && headers.ContentEncoding.Count == 0 && Accepts(contentType[0]);
    }

    private static bool Accepts(string? contentType)
    {
        if (contentType == Json)
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            && (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
