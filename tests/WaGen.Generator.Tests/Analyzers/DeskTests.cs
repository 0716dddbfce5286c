using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>The code that other tests build on.</summary>
public class DeskTests
{
    [Fact]
    public void The_provider_of_the_tests_compiles() => new ReportedDiagnostics(AnalysisProject.Of(Desk.Source).Compile().GetDiagnostics()).Expect();
}
