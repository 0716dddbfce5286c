using System.Reflection;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Operations;

/// <summary>The printed code of lists, forms, quotas and arguments of members, as reviewed and as it works.</summary>
public sealed class ListPrintedTests
{
    private const string Program = """"
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Post.Api;
        using Post.Net;
        using WaGen;

        public static class Lists
        {
            public static async Task<string> ReadAsync()
            {
                var client = new PostClient
                {
                    Pages =
                    [
                        """{ "data": [{ "id": "1" }, { "id": "2" }], "pages": { "marks": { "next": "b" }, "more": true } }""",
                        """[{ "id": "3" }]""",
                        """{ "pages": { "marks": { "next": "c" } } }""",
                    ],
                };
                var ids = new List<string?>();
                await foreach (Box box in client.ListBoxesAsync(ids: ["a", "b\"c"], numbers: [7, 8], kind: null))
                {
                    ids.Add(box.Id);
                }

                return string.Join(",", ids) + " " + client.Called;
            }

            public static string? Call(string what)
            {
                var client = new PostClient();
                _ = what switch
                {
                    "page" => (object)client.ListBoxesPageAsync(from: "x", to: "y"),
                    "files" => client.AddPapersAsync("box", ["bill"], [new MediaFile("one"), new MediaFile("two")]),
                    "kept" => client.KeepBoxAsync("box"),
                    "sent" => client.KeepBoxAsync("box", new Box { Id = "1" }, days: 2),
                    "form" => client.SignLetterAsync("me"),
                    _ => client.CountLettersAsync("box", DateTimeOffset.UnixEpoch, sizes: []),
                };
                return client.Called;
            }
        }
        """";

    private static readonly GeneratorRun All = PostLists.Run(PostApi.Client, Program);

    private static readonly Lazy<Type> Lists = new(() =>
    {
        using var image = new MemoryStream();
        Assert.True(All.Output.Emit(image).Success);
        return Assembly.Load(image.ToArray()).GetType("Lists")!;
    });

    public static TheoryData<string> Printed => [.. PostLists.Schemas().Skip(1).Select(static s => s.Json.Split('"')[3].Split('/')[^1].Replace(".json", "", StringComparison.Ordinal))];

    [Fact]
    public void They_compile_without_any_diagnostic() => All.Diagnostics.Expect();

    [Theory]
    [MemberData(nameof(Printed))]
    public void Printed_code_is_the_reviewed_one(string name) =>
        Snapshot.Verify(All.Printed[$"post.example.api.{name}.g.cs"], Path.Combine("Printed", "post.example.api." + name), "cs");

    [Fact]
    public async Task A_list_is_read_to_its_end_and_may_be_a_bare_array() => Assert.Equal(
        """1,2,3 list ListBoxes (GET /boxes) fields=id,"name" kind=- ids=["a","b\u0022c"] numbers=[7,8] limit=25 open=true from=b from=- from=-""",
        await (Task<string>)Lists.Value.GetMethod("ReadAsync")!.Invoke(null, null)!);

    [Theory]
    [InlineData("page", "send ListBoxes (GET /boxes) fields=id,\"name\" kind=large ids=- numbers=- limit=25 open=true from=x to=y")]
    [InlineData("files", "upload AddPapers (POST /{box}/papers) box=box kinds=[\"bill\"] one two")]
    [InlineData("form", "send SignLetter (POST /letters) name=me")]
    [InlineData("kept", "send KeepBox (DELETE /{box}) box=box days=-")]
    [InlineData("sent", "send KeepBox (DELETE /{box}) box=box days=2 {\"id\":\"1\"}")]
    [InlineData("count", "send CountLetters (GET /{box}) box=box start=0 sizes=[]")]
    public void What_a_caller_gives_is_handed_on(string what, string called) => Assert.Equal(called, Lists.Value.GetMethod("Call")!.Invoke(null, [what]));
}
