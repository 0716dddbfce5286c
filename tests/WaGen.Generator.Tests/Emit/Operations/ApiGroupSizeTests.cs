using System.Text;
using WaGen.Generator.Tests.Infrastructure;
using WaGen.Generator.Tests.Pipeline;

namespace WaGen.Generator.Tests.Emit.Operations;

/// <summary>What the groups of the shipped API add to a project, which compiles it with every build.</summary>
public sealed class ApiGroupSizeTests
{
    /// <summary>The promise for the group that is printed where nobody says which.</summary>
    private const int MaxBytes = 600_000;

    private static readonly GeneratorRun All = Edits.Shipped.WithProperty("WaGenApiGroups", "all");

    [Fact]
    public void The_shipped_groups_compile_without_any_diagnostic() => All.Diagnostics.Expect();

    [Fact]
    public void With_a_client_they_compile_as_well() => All
        .WithSource(PostApi.Client.Replace("namespace Post.Net", "namespace WaGen", StringComparison.Ordinal).Replace("PostClient", "WhatsAppClient", StringComparison.Ordinal))
        .Diagnostics.Expect();

    [Fact]
    public void All_default_groups_print_less_than_they_promise()
    {
        int webhooks = Edits.Shipped.Printed.Values.Sum(Encoding.UTF8.GetByteCount);
        int withDefault = Edits.Shipped.WithProperty("WaGenApiGroups", "default").Printed.Values.Sum(Encoding.UTF8.GetByteCount);
        Assert.InRange(withDefault - webhooks, 0, MaxBytes);
    }
}
