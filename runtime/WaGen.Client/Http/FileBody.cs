using System.Net;
using System.Net.Http.Headers;

namespace WaGen.Client;

/// <summary>A file, alone or as a part of a form, or several as parts of one. They go from their streams to the connection, piece by piece.</summary>
internal sealed class FileBody(ApiOperation operation, ApiArguments arguments, params IReadOnlyList<MediaFile> files) : RequestBody
{
    private const int PieceBytes = 64 * 1024;
    private const string TypeField = "type";

    public override bool IsRepeatable => files.All(static file => file.CanReopen);

    protected override HttpContent Create() => operation.Content == ApiContent.Multipart ? Form() : new Content(this, files[0]);

    private MultipartFormDataContent Form()
    {
        var form = new MultipartFormDataContent();
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Place == ApiParameterPlace.Form))
        {
            if (parameter.IsFile)
            {
                foreach (MediaFile file in files)
                {
                    form.Add(Named(new Content(this, file), parameter.Name, file.FileName));
                }

                continue;
            }

            string? value = ApiAddress.ArgumentOf(operation, arguments, parameter) ?? (parameter.Name == TypeField ? files[0].ContentType : null);
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

    private sealed class Content : HttpContent
    {
        private readonly FileBody _body;
        private readonly MediaFile _file;

        public Content(FileBody body, MediaFile file)
        {
            _body = body;
            _file = file;
            Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Stream source = await _file.OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                _body.Start();
                await source.CopyToAsync(stream, PieceBytes, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (_file.OwnsStreams)
                {
                    await source.DisposeAsync().ConfigureAwait(false);
                }
            }
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = _file.Length ?? 0;
            return _file.Length is not null;
        }
    }
}
