using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Emit;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;

namespace WaGen.Generator.Selection;

/// <summary>A file and the model that came of it; no model for a file that is not printed.</summary>
internal sealed record PathModel(string Path, SchemaModel? Model)
{
    public PathModel WithoutModel() => Model is null ? this : this with { Model = null };
}

/// <summary>What printing needs beside a model.</summary>
internal sealed record PrintScope(SchemaLinker Linker, PrintNames Names)
{
    /// <summary>The APIs, with the clients that this project knows.</summary>
    public ApiScopes Apis { get; init; } = ApiScopes.None;

    /// <summary>The operations that send replies.</summary>
    public ReplyParts Replies { get; init; } = new(default(EquatableArray<OperationPart>));

    public PrintContext For(SchemaModel model) => Names.For(model) with { Api = ApiOf(model) };

    private ApiScope? ApiOf(SchemaModel model)
    {
        ApiScope? api = model.Group is { } group ? Apis.For(group) : null;
        return api?.Client is not null && model.Objects.Any(static o => o.Payload?.Reply is not null) ? api with { Replies = Replies.For(model.Group!, Apis, Linker) } : api;
    }
}

/// <summary>A schema, ready to print.</summary>
internal sealed record PrintableSchema(SchemaModel Schema, PrintContext Context);

/// <summary>A file, with its schema when it is printed.</summary>
internal sealed record Printable(string Path, PrintableSchema? Schema)
{
    public static Printable Of(PathModel file, PrintScope scope) =>
        new(file.Path, file.Model is { } model ? new PrintableSchema(scope.Linker.Link(model), scope.For(model)) : null);

    public void AddTo(SourceProductionContext output)
    {
        if (Schema is { } printed)
        {
            output.AddSource(printed.Schema.HintName + ".g.cs", SchemaEmitter.Emit(printed.Schema, printed.Context));
        }
    }
}

/// <summary>A contract, ready to print.</summary>
internal sealed record PrintableContract(ContractModel Contract, PrintContext Context);

/// <summary>What a schema adds to a contract.</summary>
internal sealed record ContractPart(string Id, string Namespace, EnvelopeModel? Envelope, ContractField? Field)
{
    private static readonly ContractPart None = new(string.Empty, string.Empty, null, null);

    public static ContractPart Of(PathModel file) => file.Model is { Kind: SchemaKind.Envelope or SchemaKind.Field } model ? Of(model) : None;

    private static ContractPart Of(SchemaModel model) => new(model.Id, model.Namespace, model.Envelope, model.Field is null ? null : new ContractField
    {
        Name = model.Field.Name,
        Aliases = model.Field.Aliases,
        EnvelopeId = model.Field.EnvelopeId,
        FieldType = $"global::{model.Namespace}.{model.Field.ClrName}Field",
    });

    public static ContractSet Join(ImmutableArray<ContractPart> parts) => new(parts
        .Where(static p => p.Envelope is not null)
        .OrderBy(static p => p.Id, StringComparer.Ordinal)
        .Select(envelope => new ContractModel
        {
            Id = envelope.Id,
            Namespace = envelope.Namespace,
            Envelope = envelope.Envelope!,
            Fields = parts.Select(static p => p.Field).OfType<ContractField>()
                .Where(f => string.Equals(f.EnvelopeId, envelope.Id, StringComparison.Ordinal))
                .OrderBy(static f => f.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
        })
        .ToEquatableArray());
}

/// <summary>All contracts.</summary>
internal sealed record ContractSet(EquatableArray<ContractModel> Contracts);

/// <summary>The names that printed files take from their envelope.</summary>
internal sealed record PrintNames(PrintContext WithoutEnvelope, EquatableArray<EnvelopeNames> Envelopes)
{
    public static PrintNames Of(EquatableArray<ContractModel> contracts, GeneratorOptions options)
    {
        var empty = new PrintContext { Accessibility = options.Accessibility, Mark = options.Mark, ContractType = string.Empty, HandlerType = string.Empty, Ancestors = default };
        return new PrintNames(empty, contracts.Select(c => new EnvelopeNames(c.Id, empty with
        {
            ContractType = $"global::{c.Namespace}.{c.Envelope.Name}Contract",
            HandlerType = $"global::{c.Namespace}.I{c.Envelope.Name}Handler",
            Ancestors = AncestorsOf(c).ToEquatableArray(),
        })).ToEquatableArray());
    }

    public PrintContext For(SchemaModel model) => For(model.Field?.EnvelopeId ?? model.Id);

    public PrintContext For(string envelopeId) =>
        Envelopes.FirstOrDefault(e => string.Equals(e.Id, envelopeId, StringComparison.Ordinal))?.Context ?? WithoutEnvelope;

    /// <summary>The objects between the root and the change.</summary>
    private static IEnumerable<AncestorModel> AncestorsOf(ContractModel contract)
    {
        for (int level = 1; level < contract.Envelope.Levels.Length - 1; level++)
        {
            EnvelopeLevel current = contract.Envelope.Levels[level];
            yield return new AncestorModel
            {
                Level = level,
                ClrName = current.ClrName,
                TypeName = $"global::{contract.Namespace}.{current.TypeName}",
                Description = current.Description,
            };
        }
    }
}

/// <summary>The names of one envelope.</summary>
internal sealed record EnvelopeNames(string Id, PrintContext Context);

/// <summary>The namespaces of what is printed here, sorted.</summary>
internal sealed record PrintedNamespaces(EquatableArray<string> Namespaces)
{
    public static PrintedNamespaces Of(ContractSet contracts, OperationLists lists) => new(contracts.Contracts.Select(static c => c.Namespace)
        .Concat(lists.Lists.Select(static l => l.Namespace))
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static n => n, StringComparer.Ordinal)
        .ToEquatableArray());
}

/// <summary>Namespaces that the project sees without a using of its own.</summary>
internal sealed record GlobalUsings(EquatableArray<string> Namespaces)
{
    public static GlobalUsings Of(PrintedNamespaces printed, GeneratorOptions options, TargetFacts target)
    {
        if (!options.PrintsAnything || !options.GlobalUsing)
        {
            return new GlobalUsings(default(EquatableArray<string>));
        }

        var namespaces = printed.Namespaces
            .Concat(target.Printed.Where(static p => p.IsAccessible).Select(static p => p.Namespace))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static n => n, StringComparer.Ordinal)
            .ToList();
        return new GlobalUsings((namespaces.Count == 0 ? namespaces : namespaces.Prepend("WaGen")).ToEquatableArray());
    }

    /// <summary>The name of the printed file, without ending.</summary>
    public const string HintName = "WaGen.GlobalUsings";

    public void AddTo(SourceProductionContext output)
    {
        if (!Namespaces.IsEmpty)
        {
            var text = new StringBuilder("// <auto-generated/>\n");
            foreach (string name in Namespaces)
            {
                text.Append("global using global::").Append(name).Append(";\n");
            }

            output.AddSource(HintName + ".g.cs", text.ToString());
        }
    }
}
