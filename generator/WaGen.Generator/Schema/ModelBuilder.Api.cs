using System.Globalization;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What an API file says: hosts, groups, error codes.</summary>
internal sealed partial class ModelBuilder
{
    private const string ErrorClasses = "now, later, request, account or never";
    private const string ErrorWaits = "pair, usage, backoff or a number of seconds";

    private ApiModel? BuildApi()
    {
        _extension.AllowOnly("of an API file", "kind", "namespace", "name", "version", "client", "hosts", "groups", "paging", "quotas", "error", "errors");
        string? name = _extension.Required("name");
        string? version = _extension.Required("version");
        if (name is null || version is null)
        {
            return null;
        }

        foreach (string suffix in new[] { "Api", "ClientOperations", "Replies" })
        {
            if (!TakeTypeName(name + suffix, _root.Extension!["name"]!, "a generated type of the API"))
            {
                return null;
            }
        }

        string? client = _extension.Optional("client");
        if (client is not null && !ClrNames.IsValidNamespace(client))
        {
            _problems.Add(SchemaRules.InvalidName, _extension.Json["client"]!.Span, client, "it is no full name of a C# type");
            client = null;
        }

        return new ApiModel
        {
            Name = name,
            Description = _root.Description,
            Version = version,
            Client = client,
            Hosts = BuildHosts().ToEquatableArray(),
            Groups = BuildApiGroups().ToEquatableArray(),
            Paging = BuildPaging(),
            Quotas = BuildQuotas().ToEquatableArray(),
            Error = TypeAt("error"),
            Errors = _extension.Objects("errors").SelectMany(BuildErrors).ToEquatableArray(),
        };
    }

    private List<ApiHosts> BuildHosts()
    {
        var hosts = new List<ApiHosts>();
        if (_extension.Object("hosts") is { } groups)
        {
            foreach (JsonMember group in groups.Json.Members)
            {
                hosts.Add(new ApiHosts(group.Name, groups.Texts(group.Name).Select(static h => h.Text).ToEquatableArray()));
            }
        }

        return hosts;
    }

    private List<ApiGroupModel> BuildApiGroups()
    {
        var names = new List<ApiGroupModel>();
        if (_extension.Object("groups") is not { } groups)
        {
            return names;
        }

        foreach (JsonMember member in groups.Json.Members)
        {
            if (groups.Object(member.Name) is { } group)
            {
                group.AllowOnly("of a group", "description", "default");
                group.Optional("description");
                names.Add(new ApiGroupModel { Name = member.Name, IsDefault = group.Flag("default") });
            }
        }

        return names;
    }

    private IEnumerable<ApiErrorModel> BuildErrors(SchemaExtension json)
    {
        json.AllowOnly("of an error", "codes", "subcodes", "from", "to", "class", "wait", "title", "description");
        string? title = json.Required("title");
        string? className = json.Required("class");
        string? known = className switch
        {
            "now" => "RetryNow",
            "later" => "RetryLater",
            "request" => "FixRequest",
            "account" => "FixAccount",
            "never" => "Never",
            _ => null,
        };
        if (className is not null && known is null)
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, json.Json["class"]!.Span, "class", ErrorClasses);
        }

        (string? wait, long seconds) = WaitOf(json);
        if (title is null || known is null)
        {
            yield break;
        }

        foreach ((long from, long to) in CodesOf(json))
        {
            foreach (long? subcode in json.Json["subcodes"] is null ? [null] : Integers(json, "subcodes").Select(static s => (long?)s))
            {
                yield return new ApiErrorModel { From = from, To = to, Subcode = subcode, Class = known, Wait = wait, Seconds = seconds, Title = title, Description = json.Optional("description") };
            }
        }
    }

    private List<(long From, long To)> CodesOf(SchemaExtension json)
    {
        if (json.Json["codes"] is not null)
        {
            return Integers(json, "codes").Select(static c => (c, c)).ToList();
        }

        if (Integer(json.Json["from"]) is { } from && Integer(json.Json["to"]) is { } to && from <= to)
        {
            return [(from, to)];
        }

        _problems.Add(SchemaRules.NotASchema, json.Json.Span, "An error needs 'codes', or 'from' and 'to' in their order");
        return [];
    }

    private (string? Wait, long Seconds) WaitOf(SchemaExtension json)
    {
        if (json.Json["wait"] is not { } wait)
        {
            return (null, 0);
        }

        if (Integer(wait) is { } seconds and > 0)
        {
            return ("Fixed", seconds);
        }

        string? known = wait.Kind is not JsonNodeKind.String ? null : wait.Text switch
        {
            "pair" => "Pair",
            "usage" => "Usage",
            "backoff" => "Backoff",
            _ => null,
        };
        if (known is null)
        {
            _problems.Add(SchemaRules.InvalidKeywordValue, wait.Span, "wait", ErrorWaits);
        }

        return (known, 0);
    }

    private List<long> Integers(SchemaExtension json, string key)
    {
        var numbers = new List<long>();
        JsonNode value = json.Json[key]!;
        foreach (JsonNode item in value.Kind is JsonNodeKind.Array ? value.Items : [value])
        {
            if (Integer(item) is { } number)
            {
                numbers.Add(number);
            }
            else
            {
                _problems.Add(SchemaRules.InvalidKeywordValue, item.Span, key, "an array of whole numbers");
            }
        }

        return numbers;
    }

    /// <summary>A whole number of an error code's size; null for everything else.</summary>
    private static long? Integer(JsonNode? json) =>
        json is { Kind: JsonNodeKind.Number } && int.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}
