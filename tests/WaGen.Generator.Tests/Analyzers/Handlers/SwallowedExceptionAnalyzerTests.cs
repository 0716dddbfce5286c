using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>What WAGEN208 says about handler methods that forget every exception.</summary>
public class SwallowedExceptionAnalyzerTests
{
    private const string Signature = "ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct)";

    [Theory]
    [InlineData("try { await Send(); } catch { }", "catch")]
    [InlineData("try { await Send(); } catch (Exception) { }", "catch (Exception)")]
    [InlineData("try { await Send(); } catch (Exception) { return; }", "catch (Exception)")]
    [InlineData("try { await Send(); } catch (System.Exception) { ; { } }", "catch (System.Exception)")]
    [InlineData("try { await Send(); } catch { } finally { Log(); }", "catch")]
    [InlineData("try { await Send(); } catch (OperationCanceledException) { throw; } catch { }", "catch")]
    [InlineData("string? text = ticket.Text; try { await Send(text); } catch { }", "catch")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); try { await Send(); } catch { }", "catch")]
    [InlineData("try { await Local(); } catch { /* Never mind. */ } Task Local() => Send();", "catch")]
    [InlineData("try { await Send(); } catch { } return;", "catch")]
    public Task Asynchronous_methods(string code, string text) => Expect(
        $"public async {Signature} {{ {code} }}",
        new ExpectedDiagnostic(
            "WAGEN208",
            DiagnosticSeverity.Warning,
            text,
            "'OnOpenedAsync' swallows every exception, so that a failed event counts as handled and is never sent again; remove the try statement, catch what can be mended, or rethrow"));

    [Theory]
    [InlineData("try { Log(); } catch { } return default;")]
    [InlineData("try { Log(); return ValueTask.CompletedTask; } catch { return ValueTask.CompletedTask; }")]
    [InlineData("try { Log(); } catch { return default(ValueTask); } return new ValueTask();")]
    public Task Other_methods(string code) => Expect($"public {Signature} {{ {code} }}", new ExpectedDiagnostic("WAGEN208", DiagnosticSeverity.Warning, "catch"));

    [Theory]
    [InlineData("try { await Send(); } catch (Exception e) { Log(e); }")]
    [InlineData("try { await Send(); } catch (Exception e) { _ = e; }")]
    [InlineData("try { await Send(); } catch { throw; }")]
    [InlineData("try { await Send(); } catch { await context.Unhandled(); }")]
    [InlineData("try { await Send(); } catch (OperationCanceledException) { }")]
    [InlineData("try { await Send(); } catch (Exception e) when (e is TimeoutException) { }")]
    [InlineData("try { await Send(); } catch when (ct.IsCancellationRequested) { }")]
    [InlineData("try { await Send(); } finally { Log(); }")]
    public Task An_exception_that_is_looked_at(string code) => Expect($"public async {Signature} {{ {code} }}");

    [Theory]
    [InlineData("try { await Send(); } catch { } await Send();")]
    [InlineData("await Send(); try { await Send(); } catch { }")]
    [InlineData("if (ct.IsCancellationRequested) { return; } try { await Send(); } catch { }")]
    [InlineData("try { await Send(); } catch { } try { await Send(); } catch { }")]
    [InlineData("foreach (char c in \"\") { try { await Send(); } catch { } }")]
    [InlineData("await Try(); async Task Try() { try { await Send(); } catch { } }")]
    public Task A_part_of_a_body(string code) => Expect($"public async {Signature} {{ {code} }}");

    [Theory]
    [InlineData("private async Task Helper(int number, CancellationToken ct) { try { await Send(); } catch { } }")]
    [InlineData("public async ValueTask OnOpenedAsync(Ticket ticket, TicketsContext context, CancellationToken ct) { try { await Send(); } catch { } }")]
    public Task Other_methods_are_no_matter_of_this_rule(string member) => Expect(member);

    [Fact]
    public Task A_method_of_an_interface_that_a_base_class_implements() => Expect(
        $"public virtual async {Signature} => await Send(); }} class Later : Bot {{ public override async {Signature} {{ try {{ await Task.Yield(); }} catch {{ }} }}",
        new ExpectedDiagnostic("WAGEN208", DiagnosticSeverity.Warning, "catch"));

    private static async Task Expect(string member, params ExpectedDiagnostic[] expected) => (await AnalyzerRun.AnalyzeAsync<SwallowedExceptionAnalyzer>(
        Desk.Source,
        $$"""
        using Desk;
        class Bot : ITicketsHandler
        {
            private static Task Send(string? text = null) => Task.CompletedTask;
            private static void Log(Exception? exception = null) { }
            {{member}}
        }
        """)).Expect(expected);
}
