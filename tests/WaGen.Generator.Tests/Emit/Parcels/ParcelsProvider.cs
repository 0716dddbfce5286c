using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Emit;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Parcels;

/// <summary>A made-up API: its payload schemas, what is printed for them, and that compiled together with code that uses it and loaded.</summary>
internal static class ParcelsProvider
{
    /// <summary>Methods are called by name, because the types exist only after the printed code was compiled.</summary>
    private const string Code = """"
        using System.Text;
        using Parcels.Api;
        using WaGen;

        namespace Shop;

        public static class Desk
        {
            public static string Rewrite(string json) => Text(Read(json));

            public static string TypeOf(string json) => Read(json).GetType().Name;

            public static string Check(string json) => Problems(Read(json));

            public static string Unknown(string json) => string.Join(",", Read(json).UnknownMembers.Select(static m => m.Name));

            public static string RewriteAnswer(string json) => Text(Payload.Parse<OrderAnswer>(Encoding.UTF8.GetBytes(json)));

            public static string Findings(string json)
            {
                var findings = new List<PayloadFinding>();
                PayloadParser.Parse<OrderRequest>(Encoding.UTF8.GetBytes(json), findings);
                return string.Join("\n", findings.Select(static f => $"{f.Path} {(f.IsMismatch ? "mismatch" : "unknown")} {f.Kind}"));
            }

            public static string Box(string label) => Text(OrderRequest.Box("1", label));

            public static string BoxWithAll() => Text(Order.Box("1", "a", fragile: true, answerTo: "o1", priority: Priority.High) with
            {
                Count = 2,
                Names = ["x", "y"],
                Amounts = [1, 2],
                Teams = [["x"], ["y", "z"]],
                Box = new()
                {
                    Label = "b",
                    Weight = 1.50m,
                    Size = BoxSize.Odd,
                    PackedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
                    Value = 3,
                    Height = 0.5,
                    Tags = ["t"],
                    Codes = [7, 8],
                    Notes = new Dictionary<string, string> { ["k\""] = "v" },
                    Rooms = new Dictionary<string, BoxSection> { ["hall"] = new() { Rows = [new() { Id = "r" }] } },
                    Stickers = [Sticker.Picture("p"), new WordSticker { Word = "w", Color = StickerColor.Red }],
                    Insurance = new() { Value = 5 },
                    Origin = "o",
                    Extra = JsonFragment.Parse("[1]"),
                    Marks = [["a", "b"], ["c"]],
                },
            });

            public static string Letter(string text) => Text(OrderRequest.Letter("1", new() { Text = text }, 2));

            public static string Cancel(bool stamped) => Text(OrderRequest.Cancel("o1", stamped));

            public static string Bike() => Text(OrderRequest.Bike("1") with { Bike = "b" });

            public static string CheckUndefined() => Problems(OrderRequest.Box("1", "a", priority: (Priority)9));

            public static string CheckRules() => Problems(new BoxOrder
            {
                To = "1",
                Priority = Priority.Low,
                Box = new()
                {
                    Label = "b",
                    Code = "1",
                    Size = BoxSize.Large,
                    Fragile = true,
                    Insurance = new() { Value = 9, Offset = 5 },
                    Tags = [],
                    Notes = new Dictionary<string, string>(),
                    Stickers = [Sticker.Picture("p"), Sticker.Picture("q"), new WordSticker()],
                    Sections = [new() { Rows = [new() { Id = "a" }, new() { Id = "b" }, new() { Id = "c" }] }, new() { Title = "t", Rows = [new() { Id = "a" }, new() { Id = "e" }] }],
                },
            });

            private static OrderRequest Read(string json) => Payload.Parse<OrderRequest>(Encoding.UTF8.GetBytes(json));

            private static string Text(Payload payload) => Encoding.UTF8.GetString(payload.ToUtf8Json());

            private static string Problems(Payload payload) => string.Join("\n", payload.Validate().Select(static p => $"{p.Kind} {p.Message}"));
        }
        """";

    private static readonly Lazy<Type> LoadedDesk = new(Load);

    /// <summary>The schemas with a project that uses their payloads.</summary>
    public static GeneratorRun Run { get; } = GeneratorRun.Tracked(Code).WithProperty("WaGenApiGroups", "orders").With(Schemas());

    public static IEnumerable<(string Path, string Json)> Schemas() => Directory
        .EnumerateFiles(Folder(), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(static f => (Path.GetFileName(f), File.ReadAllText(f)));

    /// <summary>Calls a static method of the class that uses the payloads.</summary>
    public static string Call(string method, params object[] arguments) => (string)LoadedDesk.Value.GetMethod(method)!.Invoke(null, arguments)!;

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static Type Load()
    {
        using var image = new MemoryStream();
        EmitResult result = Run.Output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType("Shop.Desk", throwOnError: true)!;
    }
}
