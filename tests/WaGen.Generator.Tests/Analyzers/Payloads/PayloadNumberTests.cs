using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN403.</summary>
public class PayloadNumberTests
{
    [Theory]
    [InlineData("Weight = 31", "31", "'Weight' takes at most 30.5, but this is 31; write another number")]
    [InlineData("Weight = 30.6m", "30.6m", "'Weight' takes at most 30.5, but this is 30.6; write another number")]
    [InlineData("Weight = Many", "Many", "'Weight' takes at most 30.5, but this is 31; write another number")]
    [InlineData("Weight = yes ? 0.4m : null", "0.4m", "'Weight' takes at least 0.5, but this is 0.4; write another number")]
    [InlineData("Pieces = 0", "0", "'Pieces' takes at least 1, but this is 0; write another number")]
    [InlineData("Pieces = -Many", "-Many", "'Pieces' takes at least 1, but this is -31; write another number")]
    public Task Out_of_range(string member, string text, string message) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        $"Use(content with {{ {member} }});", new ExpectedDiagnostic("WAGEN403", DiagnosticSeverity.Warning, text, message));

    [Fact]
    public Task Out_of_the_range_of_a_parameter() => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>(
        "OutgoingParcel.Box(text, text, weight: 100);",
        new ExpectedDiagnostic("WAGEN403", DiagnosticSeverity.Warning, "100", "'weight' takes at most 30.5, but this is 100; write another number"));

    [Theory]
    [InlineData("Weight = 30.5m")]
    [InlineData("Weight = 0.5m")]
    [InlineData("Weight = text.Length")]
    [InlineData("Weight = null")]
    [InlineData("Weight = default")]
    [InlineData("Pieces = long.MaxValue")]
    [InlineData("Pieces = default(int?)")]
    public Task In_range(string member) => PayloadCode.ExpectAsync<PayloadLimitAnalyzer>($"Use(content with {{ {member} }});");
}
