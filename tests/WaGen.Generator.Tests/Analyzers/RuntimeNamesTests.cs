using WaGen.Generator.Analyzers;
using WaGen.Generator.Model;
using WaGen.Runtime;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>Attributes carry numbers from printed code and host packages to the analyzers: both sides have to mean the same by them.</summary>
public class RuntimeNamesTests
{
    [Fact]
    public void Advice_has_the_numbers_of_the_runtime() => Assert.Equal(Numbers<SchemaAdvice>(), Numbers<AdviceTopic>());

    [Fact]
    public void Parts_of_a_set_up_have_the_numbers_of_the_runtime() => Assert.Equal(Numbers<WebhookSetup>(), Numbers<SetupKind>());

    private static IEnumerable<(string Name, int Number)> Numbers<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(static v => (v.ToString(), Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture)));
}
