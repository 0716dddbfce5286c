using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What an operation says about its answer: pages, members with arguments, answers to what was done in part.</summary>
internal sealed partial class ModelBuilder
{
    /// <summary>What is sent as JSON is no form and no file, and what is sent as a form with files has one.</summary>
    private void CheckBody(string method, MemberType? body, string content, List<ParameterModel> parameters)
    {
        if (body is not null && content is not "Json")
        {
            _problems.Add(SchemaRules.NotASchema, _extension.Json["body"]!.Span, "'body' is sent as JSON, so it goes with no other 'content'");
        }

        if (body is not null && method is "GET")
        {
            _problems.Add(SchemaRules.NotASchema, _extension.Json["body"]!.Span, "A request with the method GET has no 'body'");
        }

        if (body is null && _extension.Json["bodyOptional"] is { } optional)
        {
            _problems.Add(SchemaRules.NotASchema, optional.Span, "'bodyOptional' needs a 'body' that may be left out");
        }

        int files = parameters.Count(static p => p.IsFile);
        if (content is "Multipart" && files != 1)
        {
            _problems.Add(SchemaRules.NotASchema, _extension.Json["content"]!.Span, "An operation with the content multipart has one parameter of the format binary, or of an array of such");
        }
    }

    /// <summary>The quotas that the operation names. Whether the API has them shows when all files are known.</summary>
    private IEnumerable<string> BuildQuotaNames()
    {
        foreach (JsonNode name in _extension.Texts("quotas"))
        {
            AddPath("quotas", name);
            yield return name.Text;
        }
    }

    /// <summary>The path to the array of a page; null without one or, reported, where no page can be asked for.</summary>
    private string? BuildItems(MemberType? answer, MemberType? body, string name)
    {
        if (InAnswer("items", _extension, answer) is not { } items)
        {
            return null;
        }

        JsonNode place = _extension.Json["items"]!;
        if (body is not null)
        {
            _problems.Add(SchemaRules.NotASchema, place.Span, "'items' belongs to an operation without a body");
            return null;
        }

        Claim(ClaimKind.OperationName, $"{_extension.Optional("api")} {name}Page", place.Span, name + "Page");
        return items;
    }

    private PartialModel? BuildPartial(MemberType? answer)
    {
        if (_extension.Object("partial") is not { } json)
        {
            return null;
        }

        json.AllowOnly("of a partial answer", "status", "member");
        _ = json.Required("member");
        string? member = InAnswer("member", json, answer);
        if (Integer(json.Json["status"]) is { } status and >= 200 and <= 599)
        {
            return member is null ? null : new PartialModel(status, member);
        }

        _problems.Add(SchemaRules.InvalidKeywordValue, json.Json["status"]?.Span ?? json.Json.Span, "status", "an HTTP status");
        return null;
    }

    /// <summary>The text of a key that names something of the answer; null when it is missing. Whether the answer has it shows when all files are known.</summary>
    private string? InAnswer(string key, SchemaExtension json, MemberType? answer)
    {
        if (json.Optional(key) is not { } path)
        {
            return null;
        }

        JsonNode place = json.Json[key]!;
        if (answer is null)
        {
            _problems.Add(SchemaRules.NotASchema, place.Span, $"'{key}' needs an 'answer' that has it");
            return null;
        }

        AddPath(key, place);
        return path;
    }

    private void AddPath(string key, JsonNode path) => _paths.Add(new SchemaPath
    {
        Owner = SchemaPath.OfOperation,
        Path = new PayloadPath { Text = path.Text, Need = PathNeed.Member },
        What = key,
        Place = _problems.Place(path.Span),
    });
}
