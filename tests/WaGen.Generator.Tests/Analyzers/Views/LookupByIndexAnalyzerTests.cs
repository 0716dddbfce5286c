using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

public class LookupByIndexAnalyzerTests
{
    private const string End = "' takes an element by its position, which may belong to another event of the body; use '";

    [Theory]
    [InlineData("Use(context.People[0].Name);", "context.People[0]", "context.Person")]
    [InlineData("const int First = 0; Use(context.People[First]);", "context.People[First]", "context.Person")]
    [InlineData("Use(context.People[^1]);", "context.People[^1]", "context.Person")]
    [InlineData("Use(context.People.First());", "context.People.First()", "context.Person")]
    [InlineData("Use(context.People.FirstOrDefault().Name);", "context.People.FirstOrDefault()", "context.Person")]
    [InlineData("Use(context.People.Single());", "context.People.Single()", "context.Person")]
    [InlineData("Use(Enumerable.Last(context.People));", "Enumerable.Last(context.People)", "context.Person")]
    [InlineData("Use(context.People.ElementAt(0));", "context.People.ElementAt(0)", "context.Person")]
    [InlineData("Use(ticket.GetContext().People[0]);", "ticket.GetContext().People[0]", "ticket.GetContext().Person")]
    [InlineData("var people = context.People; if (people.Count > 0) { Use(people[0]); }", "people[0]", "context.Person")]
    public Task Taken_by_position(string body, string text, string better) =>
        Expect(ViewCode.Method(body), new ExpectedDiagnostic("WAGEN216", DiagnosticSeverity.Warning, text, $"'{text}{End}{better}', which finds the one of this event"));

    [Theory]
    [InlineData("Use(context.Person);")]
    [InlineData("for (int i = 0; i < context.People.Count; i++) { Use(context.People[i]); }")]
    [InlineData("foreach (var person in context.People) { Use(person); }")]
    [InlineData("Use(context.People.First(p => p.PersonId == ticket.SenderId));")]
    [InlineData("Use(context.People.Where(p => p.IsPresent).First());")]
    [InlineData("Use(context.People.Count); Use(context.People.Any());")]
    [InlineData("Use(context.Rooms[0]); Use(context.Rooms.First());")]
    [InlineData("var people = context.People; people = default; Use(people[0]);")]
    [InlineData("var people = context.People.ToList(); Use(people[0]);")]
    [InlineData("TicketsContext? maybe = context; Use(maybe?.People[0]);")]
    public Task Not_taken_by_position(string body) => Expect(ViewCode.Method(body));

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalysisProject.Of(source, Desk.Source).AnalyzeAsync(new LookupByIndexAnalyzer())).Expect(expected);
}
