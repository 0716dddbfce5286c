using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>The schemas that the package ships, printed and compiled.</summary>
public sealed class ShippedSchemaTests
{
    [Fact]
    public void Shipped_schemas_compile_without_any_diagnostic() =>
        GeneratorRun.Of().WithShippedSchemas().Diagnostics.Expect();
}
