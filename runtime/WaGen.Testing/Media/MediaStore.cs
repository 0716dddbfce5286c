using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace WaGen.Testing;

/// <summary>The files that were uploaded or put there by a test, and the addresses that they can be downloaded from.</summary>
internal sealed class MediaStore(FakeGraphOptions options)
{
    public const string PathPrefix = "/fake-media/";

    private const int TicketBytes = 16;

    private readonly ConcurrentDictionary<string, FakeMedia> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Ticket> _tickets = new(StringComparer.Ordinal);

    public FakeMedia Add(ReadOnlyMemory<byte> content, string contentType, string? fileName, string? phoneNumberId)
    {
        var media = new FakeMedia
        {
            Id = DecimalIds.Create(),
            ContentType = contentType,
            Content = content,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
            FileName = fileName,
            PhoneNumberId = phoneNumberId,
        };
        _files[media.Id] = media;
        return media;
    }

    public FakeMedia? Find(string id) => _files.GetValueOrDefault(id);

    /// <summary>Serves the operations that ask for a file, or remove it.</summary>
    public FakeAnswer Serve(ApiOperation operation, FakeRequest request, Uri baseAddress)
    {
        string id = request.PathValues.Values.FirstOrDefault() ?? string.Empty;
        if (Find(id) is not { } media)
        {
            return GraphErrors.Create(
                operation.Api,
                GraphErrors.BadParameter,
                subcode: GraphErrors.NoSuchObject,
                message: "Unsupported request. The object does not exist, cannot be loaded due to missing permissions, or does not support this operation");
        }

        if (media.PhoneNumberId is { } owner && request.Query.TryGetValue("phone_number_id", out string? number) && !number.Equals(owner, StringComparison.Ordinal))
        {
            return GraphErrors.Create(operation.Api, GraphErrors.BadParameter, "'phone_number_id' is not the number that the file was uploaded to");
        }

        if (operation.Name.Equals(KnownOperations.DeleteMedia, StringComparison.Ordinal))
        {
            _files.TryRemove(id, out _);
            return FakeAnswer.Json("""{"success":true}""");
        }

        return FakeAnswer.OfJson(JsonBody.WriteObject(json =>
        {
            json.WriteString("messaging_product"u8, "whatsapp"u8);
            json.WriteString("url"u8, CreateAddress(media, baseAddress).AbsoluteUri);
            json.WriteString("mime_type"u8, media.ContentType);
            json.WriteString("sha256"u8, media.Sha256);
            json.WriteNumber("file_size"u8, media.Content.Length);
            json.WriteString("id"u8, media.Id);
        }));
    }

    /// <summary>Makes an address that a file can be downloaded from for a while.</summary>
    public Uri CreateAddress(FakeMedia media, Uri baseAddress)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        foreach (string old in _tickets.Where(t => t.Value.Expires <= now).Select(static t => t.Key).ToArray())
        {
            _tickets.TryRemove(old, out _);
        }

        string ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TicketBytes));
        DateTimeOffset expires = now + options.MediaUrlLifetime;
        _tickets[ticket] = new Ticket(media.Id, expires);
        return new Uri(baseAddress, string.Create(CultureInfo.InvariantCulture, $"{PathPrefix}{media.Id}?ext={expires.ToUnixTimeSeconds()}&hash={ticket}"));
    }

    /// <summary>Serves a download.</summary>
    /// <returns>The file; null when the address is wrong or too old.</returns>
    public FakeAnswer? Download(string path, IReadOnlyDictionary<string, string> query)
    {
        string id = path[PathPrefix.Length..];
        bool isGood = query.TryGetValue("hash", out string? hash)
            && _tickets.TryGetValue(hash, out Ticket ticket)
            && ticket.Id.Equals(id, StringComparison.Ordinal)
            && options.TimeProvider.GetUtcNow() < ticket.Expires;
        return isGood && Find(id) is { } media ? FakeAnswer.Bytes(media.Content, media.ContentType) : null;
    }

    private readonly record struct Ticket(string Id, DateTimeOffset Expires);
}
