using System.Net;
using System.Net.Http.Headers;

namespace WaGen.Client;

/// <summary>A file, alone or as a part of a form. It goes from its stream to the connection, piece by piece.</summary>
internal sealed class FileBody(ApiOperation operation, ApiArguments arguments, MediaFile file) : RequestBody
{
    private const int PieceBytes = 64 * 1024;
    private const string TypeField = "type";

    public override bool IsRepeatable => file.CanReopen;

    protected override HttpContent Create()
    {
        var content = new Content(this, file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        return operation.Content == ApiContent.Multipart ? Form(content) : content;
    }

    private MultipartFormDataContent Form(HttpContent content)
    {
        var form = new MultipartFormDataContent();
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Place == ApiParameterPlace.Form))
        {
            if (parameter.IsFile)
            {
                form.Add(Named(content, parameter.Name, file.FileName));
                continue;
            }

            string? value = ApiAddress.ArgumentOf(operation, arguments, parameter) ?? (parameter.Name == TypeField ? file.ContentType : null);
            if (value is not null)
            {
                var text = new StringContent(value);
                text.Headers.ContentType = null;
                form.Add(Named(text, parameter.Name, fileName: null));
            }
        }

        return form;
    }

    /// <summary>Names are quoted: servers that split forms by hand expect that, and the platform does not do it.</summary>
    private static HttpContent Named(HttpContent content, string name, string? fileName)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{name}\"",
            FileName = fileName is null ? null : $"\"{fileName}\"",
            FileNameStar = fileName is null || fileName.All(char.IsAscii) ? null : fileName,
        };
        return content;
    }

    private sealed class Content(FileBody body, MediaFile file) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Stream source = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                body.Start();
                await source.CopyToAsync(stream, PieceBytes, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (file.OwnsStreams)
                {
                    await source.DisposeAsync().ConfigureAwait(false);
                }
            }
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = file.Length ?? 0;
            return file.Length is not null;
        }
    }
}
