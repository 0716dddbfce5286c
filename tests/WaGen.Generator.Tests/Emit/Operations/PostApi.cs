using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Operations;

/// <summary>A made-up API of a post office: its schemas, a client that writes down what it is asked for, and projects made of them.</summary>
internal static class PostApi
{
    public const string ApiPath = "api.json";
    public const string UploadPath = "add-photo.json";
    public const string ReadPath = "get-photo.json";
    public const string DropPath = "delete-photo.json";
    public const string OtherPath = "list-vans.json";
    public const string LettersPath = "letters.json";
    public const string SendPath = "send-letter.json";

    /// <summary>The client as the schemas name it.</summary>
    public const string Client = """
        namespace WaGen
        {
            public sealed record MediaFile(string Name);

            public sealed record MediaDownload(string Name);
        }

        namespace Post.Net
        {
            using System.Threading;
            using System.Threading.Tasks;
            using WaGen;
            using WaGen.Runtime;

            public sealed class PostClient
            {
                public static PostClient Last { get; } = new();

                public string? Called { get; private set; }

                public static PostClient Of(IConversation conversation) => Last;

                public Task<TAnswer> SendAsync<TBody, TAnswer>(ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, TBody? body, CancellationToken cancellationToken)
                    where TBody : Payload, IPayload<TBody>
                    where TAnswer : Payload, IPayload<TAnswer>
                {
                    Called = "send " + Describe(operation, arguments) + (body is null ? "" : " " + System.Text.Encoding.UTF8.GetString(body.ToUtf8Json()));
                    return Task.FromResult<TAnswer>(null!);
                }

                public Task<TAnswer> UploadAsync<TBody, TAnswer>(ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, MediaFile file, CancellationToken cancellationToken)
                    where TBody : Payload, IPayload<TBody>
                    where TAnswer : Payload, IPayload<TAnswer>
                {
                    Called = "upload " + Describe(operation, arguments) + " " + file.Name;
                    return Task.FromResult<TAnswer>(null!);
                }

                public Task<TAnswer> UploadAsync<TBody, TAnswer>(ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, System.Collections.Generic.IReadOnlyList<MediaFile> files, CancellationToken cancellationToken)
                    where TBody : Payload, IPayload<TBody>
                    where TAnswer : Payload, IPayload<TAnswer>
                {
                    Called = "upload " + Describe(operation, arguments) + " " + string.Join(" ", System.Linq.Enumerable.Select(files, f => f.Name));
                    return Task.FromResult<TAnswer>(null!);
                }

                public async System.Collections.Generic.IAsyncEnumerable<TItem> EnumerateAsync<TBody, TAnswer, TItem>(
                    ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, System.Func<TAnswer, System.Collections.Generic.IReadOnlyList<TItem>?> items, System.Func<TAnswer, string?> next,
                    [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
                    where TBody : Payload, IPayload<TBody>
                    where TAnswer : Payload, IPayload<TAnswer>
                {
                    Called = "list " + Describe(operation, arguments);
                    foreach (string json in Pages)
                    {
                        await Task.Yield();
                        var page = (TAnswer)operation.ReadAnswer(System.Text.Encoding.UTF8.GetBytes(json))!;
                        foreach (TItem item in items(page) ?? [])
                        {
                            yield return item;
                        }

                        Called += " " + operation.PageParameter + "=" + (next(page) ?? "-");
                    }
                }

                public string[] Pages { get; set; } = [];

                public Task<MediaDownload> DownloadAsync<TBody, TAnswer>(ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, CancellationToken cancellationToken)
                    where TBody : Payload, IPayload<TBody>
                    where TAnswer : Payload, IPayload<TAnswer>
                {
                    Called = "download " + Describe(operation, arguments);
                    return Task.FromResult(new MediaDownload("photo"));
                }

                private static string Describe(ApiOperation operation, ApiArguments arguments) =>
                    operation + " " + string.Join(" ", System.Linq.Enumerable.Select(arguments, a => a.Key + "=" + (a.Value ?? "-")));
            }
        }
        """;

    public static string Api { get; } = """
        {
          "$id": "https://post.example/api/post.json",
          "description": "The post office.",
          "x-wagen": {
            "kind": "api", "name": "Post", "namespace": "Post.Api", "version": "v3", "client": "Post.Net.PostClient",
            "hosts": { "graph": ["api.post.example"], "files": ["files.post.example", "old.post.example"] },
            "groups": { "photos": { "description": "Photos.", "default": true }, "vans": { "description": "Vans." } },
            "errors": [
              { "codes": [7, 8], "class": "later", "wait": "pair", "title": "Too fast", "description": "Wait." },
              { "codes": [9], "subcodes": [1, 2], "class": "account", "title": "Signed off" },
              { "from": 100, "to": 199, "class": "now", "wait": 30, "title": "Closed" }
            ],
            "paging": { "cursor": "pages.marks.next", "more": "pages.more", "parameter": "from", "back": "to" },
            "quotas": {
              "boxes": { "calls": 200, "seconds": 3600, "per": "box", "active": 5000, "description": "Whatever touches a box." },
              "signs": { "calls": 10, "seconds": 60 }
            },
            "error": "#/$defs/PostError", "source": "https://post.example/docs", "seen": "2026-01-02"
          },
          "$defs": { "PostError": { "type": "object", "description": "What went wrong.", "properties": { "code": { "type": "integer", "description": "The code." } } } }
        }
        """;

    public static string Upload { get; } = Operation(
        "AddPhoto",
        """ "method": "POST", "path": "/{parcel-id}/photos", "account": "parcel-id", "content": "multipart", "permissions": ["photos", "parcels"], "tokens": ["system", "user"], "repeat": "unsafe", "limiter": "photos" """,
        """
        "parcel-id": { "type": "string", "format": "id", "description": "The parcel.", "x-wagen": { "in": "path" } },
        "kind": { "const": "photo", "x-wagen": { "in": "form" } },
        "minutes": { "type": "integer", "description": "How long it is kept.", "x-wagen": { "in": "form" } },
        "taken": { "type": "integer", "format": "unix-time", "x-wagen": { "in": "form", "name": "takenAt" } },
        "photo": { "type": "string", "format": "binary", "x-wagen": { "in": "form", "media": [{ "type": "image/jpeg", "bytes": 5000000000, "class": "photo" }, { "type": "image/png", "bytes": 10 }] } }
        """,
        description: "Adds a photo.");

    public static string Read { get; } = Operation(
        "GetPhoto",
        """ "method": "GET", "path": "{url}", "hosts": ["files"], "answerContent": "bytes", "authorization": "OAuth", "tokens": ["none"], "repeat": "safe" """,
        """
        "url": { "type": "string", "format": "uri", "x-wagen": { "in": "path" } },
        "small": { "type": "boolean", "x-wagen": { "in": "query" } }
        """);

    public static string Drop { get; } = Operation(
        "DeletePhoto",
        """ "method": "DELETE", "path": "/{photo_id}", "repeat": "safe" """,
        """
        "photo_id": { "type": ["string", "integer"], "format": "id", "x-wagen": { "in": "path" } },
        "event": { "type": "string", "x-wagen": { "in": "header" } },
        "times": { "type": "integer", "x-wagen": { "in": "query" } }
        """,
        """, "required": ["times"] """);

    public static string Letters { get; } = """
        {
          "$id": "https://post.example/api/letters.json",
          "x-wagen": { "kind": "payloads", "namespace": "Post.Api", "api": "post.json", "group": "photos", "source": "https://post.example/docs", "seen": "2026-01-02" },
          "$defs": {
            "PostRequest": {
              "type": "object", "description": "What is sent to the post office.",
              "oneOf": [{ "$ref": "#/$defs/Receipt" }, { "$ref": "#/$defs/Letter" }]
            },
            "Receipt": {
              "type": "object", "description": "Says that something was read.",
              "x-wagen": { "content": "done", "reply": { "name": "Done", "parameters": [{ "path": "stamp", "optional": true }], "message": "about", "address": false } },
              "properties": { "done": { "const": "yes" }, "about": { "type": "string", "description": "The letter." }, "stamp": { "$ref": "#/$defs/Stamp" } },
              "required": ["about"]
            },
            "Stamp": { "type": "object", "description": "A stamp.", "properties": { "kind": { "const": "red" } } },
            "Letter": {
              "type": "object", "description": "A letter.",
              "x-wagen": { "discriminators": ["type"], "conversation": { "phone": "to", "user": "user", "quote": "re.id" } },
              "properties": {
                "to": { "type": "string", "description": "Who gets it." }, "user": { "type": "string", "description": "Who gets it, by id." },
                "re": { "$ref": "#/$defs/Subject", "description": "What it answers." }
              },
              "oneOf": [{ "$ref": "#/$defs/NoteLetter" }, { "$ref": "#/$defs/MarkLetter" }]
            },
            "Subject": { "type": "object", "description": "What a letter answers.", "properties": { "id": { "type": "string", "description": "Its id." } } },
            "NoteLetter": {
              "type": "object", "description": "A note.",
              "x-wagen": { "content": "note", "reply": { "name": "ReplyNote", "parameters": ["note.text", { "path": "note.loud", "optional": true }] } },
              "properties": { "type": { "const": "note" }, "note": { "$ref": "#/$defs/Note", "description": "The note." } },
              "required": ["note"]
            },
            "Note": { "type": "object", "description": "A note.", "properties": { "text": { "type": "string", "maxLength": 9, "description": "What it says." }, "loud": { "type": "boolean", "description": "Whether it is read aloud." } }, "required": ["text"] },
            "MarkLetter": {
              "type": "object", "description": "A mark on a letter.",
              "x-wagen": { "content": "mark", "reply": { "name": "Mark", "parameters": ["mark.sign"], "message": "mark.id" } },
              "properties": { "type": { "const": "mark" }, "mark": { "$ref": "#/$defs/Marking", "description": "The mark." } },
              "required": ["mark"]
            },
            "Marking": { "type": "object", "description": "A mark.", "properties": { "sign": { "type": "string", "description": "The sign." }, "id": { "type": "string", "description": "The letter." } }, "required": ["id"] },
            "Accepted": { "type": "object", "description": "The letter was taken.", "properties": { "id": { "type": "string", "description": "Its id." } } }
          }
        }
        """;

    public static string Send { get; } = Operation(
        "SendLetter",
        """ "method": "POST", "path": "/{box}/letters", "account": "box", "body": "letters.json#/$defs/PostRequest", "answer": "letters.json#/$defs/Accepted", "repeat": "unsafe", "replies": true """,
        """ "box": { "type": "string", "format": "id", "description": "The box.", "x-wagen": { "in": "path" } } """);

    public static string Other { get; } = Operation("ListVans", """ "method": "GET", "path": "/vans", "repeat": "safe" """, "", group: "vans");

    /// <summary>An operation file.</summary>
    public static string Operation(string name, string extension, string properties, string more = "", string group = "photos", string description = "") => $$"""
        {
          "$id": "https://post.example/api/{{name}}.json",
          "description": "{{(description.Length == 0 ? $"Does {name}." : description)}}",
          "x-wagen": { "kind": "operation", "namespace": "Post.Api", "api": "post.json", "group": "{{group}}", "name": "{{name}}", {{extension}}, "source": "https://post.example/docs", "seen": "2026-01-02" },
          "type": "object",
          "properties": { {{properties}} }{{more}}
        }
        """;

    /// <summary>All files.</summary>
    public static (string Path, string Json)[] Schemas() => [(ApiPath, Api), (UploadPath, Upload), (ReadPath, Read), (DropPath, Drop), (LettersPath, Letters), (SendPath, Send), (OtherPath, Other)];

    /// <summary>A run over all files that prints these groups.</summary>
    public static GeneratorRun Run(string groups, params string[] sources) =>
        GeneratorRun.Of(sources).WithProperty("WaGenApiGroups", groups).With(Schemas(), isShipped: true);
}
