using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

public class TokenCodeFixTests
{
    [Theory]
    [InlineData("await service.SendAsync(\"\"); // Kept.", "await service.SendAsync(\"\", ct); // Kept.")]
    [InlineData("await service.SendAsync(1);", "await service.SendAsync(1, cancellationToken: ct);")]
    [InlineData("await service.SendAsync(1, 2);", "await service.SendAsync(1, 2, ct);")]
    [InlineData("await service.SendAsync(retries: 2, number: 1);", "await service.SendAsync(retries: 2, number: 1, cancellationToken: ct);")]
    [InlineData("await service.GetAsync<string>(\"\");", "await service.GetAsync<string>(\"\", ct);")]
    [InlineData("await service.ReadAsync().ConfigureAwait(false);", "await service.ReadAsync(ct).ConfigureAwait(false);")]
    [InlineData("await service.PostAsync(\"\");", "await service.PostAsync(\"\", ct);")]
    [InlineData("await ServiceExtensions.PutAsync(service, \"\");", "await ServiceExtensions.PutAsync(service, \"\", ct);")]
    [InlineData("await service.EachAsync(\"\", static _ => Task.CompletedTask);", "await service.EachAsync(\"\", ct, static _ => Task.CompletedTask);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));", "await Task.Delay(TimeSpan.FromSeconds(1), ct);")]
    [InlineData("await service.SendAsync(\n            \"\"); // Kept.", "await service.SendAsync(\n            \"\", ct); // Kept.")]
    [InlineData("await foreach (int i in service.AllAsync()) { }", "await foreach (int i in service.AllAsync(ct)) { }")]
    public async Task Calls(string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<TokenAnalyzer, TokenCodeFixProvider>("Pass the cancellation token", Desk.Source, TokenAnalyzerTests.Service, Source("ct", before));
        Assert.Equal(Source("ct", after), result.Texts[2].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task All_at_once_even_inside_each_other()
    {
        const string before = "await service.SendAsync(await service.GetAsync(await service.ReadAsync())); await Task.Delay(1);";
        const string after = "await service.SendAsync(await service.GetAsync(await service.ReadAsync(@long), @long), @long); await Task.Delay(1, @long);";
        FixedSources result = await CodeFixRun.FixAllAsync<TokenAnalyzer, TokenCodeFixProvider>(Desk.Source, TokenAnalyzerTests.Service, Source("@long", before));
        Assert.Equal(Source("@long", after), result.Texts[2].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect();
    }

    private static string Source(string token, string code) => $$"""
        using Desk;
        class Bot(Service service) : ITicketsHandler
        {
            public Service Service => service;
            public async ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken {{token}})
            {
                {{code}}
            }
        }
        """.ReplaceLineEndings("\n");
}
