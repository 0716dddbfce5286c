using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Operations;

/// <summary>The operations of the post office that have lists, forms, quotas and arguments of members.</summary>
internal static class PostLists
{
    public const string AnswersPath = "boxes.json";
    public const string ListPath = "list-boxes.json";
    public const string NamesPath = "list-names.json";
    public const string FilesPath = "add-papers.json";
    public const string FormPath = "sign-letter.json";
    public const string CountPath = "count-letters.json";
    public const string KeepPath = "keep-box.json";

    public static string Answers { get; } = """
        {
          "$id": "https://post.example/api/boxes.json",
          "x-wagen": { "kind": "payloads", "namespace": "Post.Api", "api": "post.json", "group": "vans", "source": "https://post.example/docs", "seen": "2026-01-02" },
          "$defs": {
            "BoxPage": {
              "type": "object", "description": "Boxes.",
              "properties": {
                "data": { "type": "array", "items": { "$ref": "#/$defs/Box" }, "description": "The boxes." },
                "all": { "$ref": "#/$defs/NameList", "description": "More." },
                "pages": { "$ref": "#/$defs/Pages", "description": "The page." }
              }
            },
            "Box": { "type": "object", "description": "A box.", "properties": { "id": { "type": "string", "description": "Its id." } } },
            "NameList": { "type": "object", "description": "Names.", "properties": { "names": { "type": "array", "items": { "type": "string" }, "description": "The names." }, "count": { "type": "integer", "description": "How many." } } },
            "Pages": { "type": "object", "description": "A page.", "properties": { "marks": { "$ref": "#/$defs/Marks", "description": "Where it begins and ends." }, "more": { "type": "boolean", "description": "Whether there are more." } } },
            "Marks": { "type": "object", "description": "Where a page begins and ends.", "properties": { "next": { "type": "string", "description": "The end." } } }
          }
        }
        """;

    public static string List { get; } = PostApi.Operation(
        "ListBoxes",
        """ "method": "GET", "path": "/boxes", "answer": "boxes.json#/$defs/BoxPage", "items": "data", "list": "data", "repeat": "safe" """,
        """
        "fields": { "type": "string", "default": "id,\"name\"", "description": "The members.", "x-wagen": { "in": "query" } },
        "kind": { "type": "string", "enum": ["large", "small<"], "default": "large", "description": "The size.", "x-wagen": { "in": "query" } },
        "ids": { "type": "array", "items": { "type": "string" }, "x-wagen": { "in": "query" } },
        "numbers": { "type": "array", "items": { "type": "integer" }, "description": "Some numbers.", "x-wagen": { "in": "query" } },
        "limit": { "type": "integer", "default": 25, "x-wagen": { "in": "query" } },
        "open": { "type": "boolean", "default": true, "x-wagen": { "in": "query" } },
        "from": { "type": "string", "x-wagen": { "in": "query" } },
        "to": { "type": "string", "x-wagen": { "in": "query" } }
        """,
        group: "vans",
        description: "Lists boxes.");

    public static string Names { get; } = PostApi.Operation(
        "ListNames",
        """ "method": "GET", "path": "/boxes", "answer": "boxes.json#/$defs/BoxPage", "items": "all.names", "repeat": "safe" """,
        """ "from": { "type": "string", "x-wagen": { "in": "query" } } """,
        group: "vans");

    public static string Files { get; } = PostApi.Operation(
        "AddPapers",
        """ "method": "POST", "path": "/{box}/papers", "content": "multipart", "repeat": "unsafe", "quotas": ["boxes", "signs"] """,
        """
        "box": { "type": "string", "format": "id", "x-wagen": { "in": "path" } },
        "kinds": { "type": "array", "items": { "type": "string", "enum": ["bill", "pass"] }, "description": "What they are.", "x-wagen": { "in": "form" } },
        "papers[]": { "type": "array", "items": { "type": "string", "format": "binary" }, "x-wagen": { "in": "form", "media": [{ "type": "image/png", "bytes": 10 }] } }
        """,
        """, "required": ["kinds"] """,
        group: "vans");

    public static string Form { get; } = PostApi.Operation(
        "SignLetter",
        """
        "method": "POST", "path": "/letters", "content": "form", "answer": "boxes.json#/$defs/NameList", "tokens": ["system"], "tokensBecause": "The post office <itself> signs.",
        "proof": true, "quotas": ["signs"], "partial": { "status": 400, "member": "names" }, "repeat": "unsafe"
        """,
        """ "name": { "type": "string", "x-wagen": { "in": "form" } } """,
        """, "required": ["name"] """,
        group: "vans");

    public static string Count { get; } = PostApi.Operation(
        "CountLetters",
        """ "method": "GET", "path": "/{box}", "answer": "boxes.json#/$defs/BoxPage", "expansion": "all", "repeat": "safe" """,
        """
        "box": { "type": "string", "format": "id", "x-wagen": { "in": "path" } },
        "start": { "type": "integer", "format": "unix-time", "description": "From when.", "x-wagen": { "in": "expansion" } },
        "sizes": { "type": "array", "items": { "type": "string" }, "x-wagen": { "in": "expansion" } }
        """,
        """, "required": ["start"] """,
        group: "vans");

    public static string Keep { get; } = PostApi.Operation(
        "KeepBox",
        """ "method": "DELETE", "path": "/{box}", "body": "boxes.json#/$defs/Box", "bodyOptional": true, "repeat": "safe" """,
        """
        "box": { "type": "string", "format": "id", "x-wagen": { "in": "path" } },
        "days": { "type": "integer", "x-wagen": { "in": "query" } }
        """,
        group: "vans");

    /// <summary>The files beside those of <see cref="PostApi"/>.</summary>
    public static (string Path, string Json)[] Schemas() => [(AnswersPath, Answers), (ListPath, List), (NamesPath, Names), (FilesPath, Files), (FormPath, Form), (CountPath, Count), (KeepPath, Keep)];

    /// <summary>A run over the API and these files.</summary>
    public static GeneratorRun Run(params string[] sources) => GeneratorRun.Of(sources)
        .WithProperty("WaGenApiGroups", "vans")
        .With([(PostApi.ApiPath, PostApi.Api), .. Schemas()], isShipped: true);
}
