using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>An API of which this project prints something.</summary>
internal sealed record SelectedApi
{
    public required string Id { get; init; }

    /// <summary>The stem of the C# names.</summary>
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    /// <summary>The full C# name of the client; null when the schema names none.</summary>
    public required string? Client { get; init; }

    /// <summary>Whether the definition is printed here; otherwise a referenced assembly has it.</summary>
    public required bool HasDefinition { get; init; }

    /// <summary>The groups that are printed here, sorted.</summary>
    public required EquatableArray<string> Groups { get; init; }

    public bool Contains(ApiGroup? group) =>
        group is not null && string.Equals(group.ApiId, Id, StringComparison.Ordinal) && Groups.Contains(group.Name, StringComparer.Ordinal);

    /// <summary>The APIs with what the project asks for, what that refers to, and without what a referenced assembly has printed.</summary>
    public static IEnumerable<SelectedApi> Choose(List<FileNames> files, GeneratorOptions options, TargetFacts target)
    {
        var groupOf = files.Where(static f => f.Group is not null).ToDictionary(static f => f.Id, static f => f.Group!, StringComparer.Ordinal);
        var wanted = new HashSet<ApiGroup>(files.Where(static f => f.Api is not null).SelectMany(f => f.Api!.Groups.Where(options.Prints).Select(g => new ApiGroup(f.Id, g.Name))));
        var open = new Queue<ApiGroup>(wanted);
        while (open.Count > 0)
        {
            ApiGroup group = open.Dequeue();
            foreach (string address in files.Where(f => f.Group == group).SelectMany(static f => f.Needs))
            {
                if (groupOf.TryGetValue(address, out ApiGroup? needed) && wanted.Add(needed))
                {
                    open.Enqueue(needed);
                }
            }
        }

        foreach (FileNames api in files.Where(static f => f.Api is not null))
        {
            var printed = target.Printed.Where(p => !p.IsWebhooks && string.Equals(p.Namespace, api.Namespace, StringComparison.Ordinal) && string.Equals(p.Contract, api.Api!.Name, StringComparison.Ordinal)).ToList();
            var groups = wanted
                .Where(g => string.Equals(g.ApiId, api.Id, StringComparison.Ordinal) && !printed.Exists(p => p.Fields.Contains(g.Name, StringComparer.Ordinal)))
                .Select(static g => g.Name)
                .OrderBy(static n => n, StringComparer.Ordinal)
                .ToList();
            if (groups.Count > 0)
            {
                yield return new SelectedApi
                {
                    Id = api.Id,
                    Name = api.Api!.Name,
                    Namespace = api.Namespace,
                    Client = api.Api.Client,
                    HasDefinition = printed.Count == 0,
                    Groups = groups.ToEquatableArray(),
                };
            }
        }
    }
}
