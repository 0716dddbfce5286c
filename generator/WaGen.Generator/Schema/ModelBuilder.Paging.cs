using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>What an API file says about pages and about how often it may be called.</summary>
internal sealed partial class ModelBuilder
{
    private PagingModel? BuildPaging()
    {
        if (_extension.Object("paging") is not { } paging)
        {
            return null;
        }

        paging.AllowOnly("of pages", "cursor", "more", "parameter", "back");
        return paging.Required("cursor") is { } cursor && paging.Required("parameter") is { } parameter
            ? new PagingModel(cursor, paging.Optional("more"), parameter, paging.Optional("back"))
            : null;
    }

    private List<ApiQuotaModel> BuildQuotas()
    {
        var quotas = new List<ApiQuotaModel>();
        if (_extension.Object("quotas") is not { } all)
        {
            return quotas;
        }

        foreach (JsonMember member in all.Json.Members)
        {
            if (all.Object(member.Name) is { } quota && BuildQuota(member.Name, quota) is { } model)
            {
                quotas.Add(model);
            }
        }

        return quotas;
    }

    private ApiQuotaModel? BuildQuota(string name, SchemaExtension json)
    {
        json.AllowOnly("of a quota", "calls", "seconds", "per", "active", "description");
        string? per = json.Optional("per");
        string? description = json.Optional("description");
        long? active = json.Json["active"] is null ? null : Positive("active");
        return Positive("calls") is { } calls && Positive("seconds") is { } seconds
            ? new ApiQuotaModel { Name = name, Calls = calls, Seconds = seconds, Per = per, Active = active, Description = description }
            : null;

        long? Positive(string key)
        {
            if (Integer(json.Json[key]) is { } number and > 0)
            {
                return number;
            }

            _problems.Add(SchemaRules.InvalidKeywordValue, json.Json[key]?.Span ?? json.Json.Span, key, "a whole number above 0");
            return null;
        }
    }
}
