using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace WaGen.Testing;

/// <summary>The body of a request, in whatever form it came.</summary>
/// <param name="Json">The bytes of a body that is no form; empty for a form.</param>
/// <param name="Form">The texts of a form.</param>
/// <param name="File">The file of a form, the last one of several, or the body itself where the body is a file.</param>
/// <param name="Problem">What is wrong with its form; null when nothing is.</param>
/// <param name="IsComplete">Whether the connection lasted to the end.</param>
internal sealed record RequestBody(byte[] Json, IReadOnlyDictionary<string, string> Form, ReceivedFile? File, string? Problem, bool IsComplete)
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const int LongestField = 64 * 1024;
    private static readonly Dictionary<string, string> NoFields = new(StringComparer.Ordinal);

    /// <summary>Reads a body to its end.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="content">What the operation expects.</param>
    /// <param name="options">Limits.</param>
    /// <param name="cancellationToken">The server stops.</param>
    public static async Task<RequestBody> ReadAsync(Exchange exchange, ApiContent content, FakeGraphOptions options, CancellationToken cancellationToken)
    {
        MediaTypeHeaderValue? type = MediaTypeHeaderValue.TryParse(exchange.ContentType, out MediaTypeHeaderValue? parsed) ? parsed : null;
        if (type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await ReadFormAsync(exchange, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), options, cancellationToken).ConfigureAwait(false);
        }

        int limit = content == ApiContent.Bytes ? options.MaxFileBytes : options.MaxBodyBytes;
        ReceivedFile received = await FileReading.ReadAsync(exchange.Body, limit, exchange.ContentType, fileName: null, cancellationToken).ConfigureAwait(false);
        if (content == ApiContent.Bytes)
        {
            return new RequestBody([], NoFields, received, Problem: null, received.IsComplete);
        }

        if (received.Length <= limit && type?.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase) == true && content is not ApiContent.Json)
        {
            return new RequestBody([], ReadForm(received.Content), File: null, Problem: null, received.IsComplete);
        }

        string? problem = received.Length > limit ? "The body is too long."
            : content == ApiContent.Form && received.Length > 0 ? $"The body must be {FormType}."
            : content == ApiContent.Multipart ? "The body must be multipart/form-data."
            : content == ApiContent.Json && received.Length > 0 && type?.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true ? "The body must be application/json."
            : null;
        return new RequestBody(received.Content, NoFields, File: null, problem, received.IsComplete);
    }

    /// <summary>Returns the sizes, without content.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Json.Length} bytes, {Form.Count} fields");

    private static Dictionary<string, string> ReadForm(byte[] content)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(content)))
        {
            form[name] = value.ToString();
        }

        return form;
    }

    private static async Task<RequestBody> ReadFormAsync(Exchange exchange, string boundary, FakeGraphOptions options, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        ReceivedFile? file = null;
        if (boundary.Length == 0)
        {
            return new RequestBody([], form, file, "The form has no boundary.", IsComplete: true);
        }

        try
        {
            var reader = new MultipartReader(boundary, exchange.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? part))
                {
                    return new RequestBody([], form, file, "A part of the form has no name.", IsComplete: true);
                }

                string name = HeaderUtilities.RemoveQuotes(part.Name).ToString();
                if (part.FileName.HasValue || part.FileNameStar.HasValue || name.Equals("file", StringComparison.Ordinal))
                {
                    string fileName = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                    file = await FileReading.ReadAsync(section.Body, options.MaxFileBytes, section.ContentType, fileName.Length == 0 ? null : fileName, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                ReceivedFile field = await FileReading.ReadAsync(section.Body, LongestField, contentType: null, fileName: null, cancellationToken).ConfigureAwait(false);
                form[name] = Encoding.UTF8.GetString(field.Content);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return new RequestBody([], form, file, "The form breaks off.", IsComplete: false);
        }

        return new RequestBody([], form, file, Problem: null, file?.IsComplete ?? true);
    }
}
