using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace WaGen.Testing;

/// <summary>Uploads in pieces: a session is opened, bytes arrive, and a handle stands for the whole file.</summary>
internal sealed class UploadSessions(FakeGraphOptions options)
{
    private const string Prefix = "upload:";
    private const string OffsetHeader = "file_offset";
    private const int IdBytes = 24;

    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeMedia> _files = new(StringComparer.Ordinal);

    public static bool IsSessionId(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    public FakeMedia? FindFile(string handle) => _files.GetValueOrDefault(handle);

    /// <summary>Opens a session.</summary>
    public FakeAnswer Create(ApiOperation operation, FakeRequest request)
    {
        if (!long.TryParse(request.Query.GetValueOrDefault("file_length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            return GraphErrors.Create(operation.Api, GraphErrors.BadParameter, "'file_length' must be a whole number");
        }

        if (length > options.MaxFileBytes)
        {
            return GraphErrors.Create(operation.Api, GraphErrors.BadParameter, "The file is too long");
        }

        var session = new Session
        {
            Id = Prefix + Convert.ToHexString(RandomNumberGenerator.GetBytes(IdBytes)),
            Length = length,
            ContentType = request.Query.GetValueOrDefault("file_type") ?? "application/octet-stream",
            FileName = request.Query.GetValueOrDefault("file_name"),
        };
        _sessions[session.Id] = session;
        return FakeAnswer.OfJson(JsonBody.WriteObject(json => json.WriteString("id"u8, session.Id)));
    }

    /// <summary>Keeps what arrived of a file, also when the connection broke off.</summary>
    /// <returns>The handle when the file is complete, otherwise an error.</returns>
    public FakeAnswer Receive(ApiOperation operation, FakeRequest request, ReceivedFile? file)
    {
        if (Find(request) is not { } session)
        {
            return NoSession(operation);
        }

        lock (session)
        {
            bool isOffset = long.TryParse(request.Headers.GetValueOrDefault(OffsetHeader), NumberStyles.None, CultureInfo.InvariantCulture, out long offset);
            if (!isOffset || offset != session.Content.Length)
            {
                return GraphErrors.Create(operation.Api, GraphErrors.BadParameter, string.Create(CultureInfo.InvariantCulture, $"'file_offset' must be {session.Content.Length}"));
            }

            session.Content.Write(file?.Content);
            if (session.Content.Length > session.Length)
            {
                session.Content.SetLength(offset);
                return GraphErrors.Create(operation.Api, GraphErrors.BadParameter, "There are more bytes than 'file_length' said");
            }

            if (session.Content.Length < session.Length)
            {
                return GraphErrors.Create(operation.Api, code: 2, string.Create(CultureInfo.InvariantCulture, $"{session.Content.Length} of {session.Length} bytes have arrived"), isTransient: true);
            }

            return FakeAnswer.OfJson(JsonBody.WriteObject(json => json.WriteString("h"u8, Complete(session))));
        }
    }

    /// <summary>Tells how much has arrived.</summary>
    public FakeAnswer Describe(ApiOperation operation, FakeRequest request)
    {
        if (Find(request) is not { } session)
        {
            return NoSession(operation);
        }

        lock (session)
        {
            return FakeAnswer.OfJson(JsonBody.WriteObject(json =>
            {
                json.WriteString("id"u8, session.Id);
                json.WriteNumber("file_offset"u8, session.Content.Length);
            }));
        }
    }

    private static FakeAnswer NoSession(ApiOperation operation) =>
        GraphErrors.Create(operation.Api, GraphErrors.BadParameter, subcode: GraphErrors.NoSuchObject, message: "The upload session does not exist");

    private Session? Find(FakeRequest request) => _sessions.GetValueOrDefault(request.PathValues.Values.FirstOrDefault() ?? string.Empty);

    private string Complete(Session session)
    {
        byte[] content = session.Content.ToArray();
        string hash = Convert.ToHexStringLower(SHA256.HashData(content));
        string handle = $"4::{Convert.ToBase64String(RandomNumberGenerator.GetBytes(IdBytes))}:{hash}";
        _files[handle] = new FakeMedia { Id = session.Id, ContentType = session.ContentType, Content = content, Sha256 = hash, FileName = session.FileName };
        return handle;
    }

    private sealed class Session
    {
        public required string Id { get; init; }

        public required long Length { get; init; }

        public required string ContentType { get; init; }

        public string? FileName { get; init; }

        public MemoryStream Content { get; } = new();
    }
}
