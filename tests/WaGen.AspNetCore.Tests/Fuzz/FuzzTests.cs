using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WaGen.Tests.Generated.Schemas;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace WaGen.AspNetCore.Tests.Fuzz;

/// <summary>Whatever is sent, the endpoint answers as its contract says, and loses nothing that can be used.</summary>
/// <remarks>
/// <c>WAGEN_FUZZ_SECONDS</c> makes each test run longer than its few seconds, <c>WAGEN_TEST_SEED</c> starts with a round that failed.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const double Seconds = 2.5;

    [Fact]
    public Task Any_bytes_are_answered_and_every_item_is_accounted_for() => RunAsync(static random =>
        (ByteMutations.Mutate(FuzzBodies.All[random.Next(FuzzBodies.All.Count)], random), []));

    [Fact]
    public Task A_change_inside_of_one_item_costs_no_other_item() => RunAsync(static random =>
    {
        var root = (JsonObject)FuzzBodies.Trees[random.Next(FuzzBodies.Trees.Count)].DeepClone();
        string[] handled = Handled(root);
        string[] paths = [.. handled.Select(static h => h[..h.IndexOf(':', StringComparison.Ordinal)])];
        string target = paths[random.Next(paths.Length)];
        if (random.Next(3) == 0 && target[^1] == ']')
        {
            // The copy goes to the end, so that the paths of the other items stay.
            var items = (JsonArray)BodyPath.Find(root, target[..target.LastIndexOf('[')])!;
            items.Add(BodyPath.Find(root, target)!.DeepClone());
            target = $"{target[..target.LastIndexOf('[')]}[{items.Count - 1}]";
        }

        for (int i = random.Next(3); i >= 0 && BodyPath.Find(root, target) is not null; i--)
        {
            ItemMutations.Mutate(root, target, random);
        }

        JsonNode sent = random.Next(2) == 0 ? root : ItemMutations.Shuffle(root, random)!;
        return (Encoding.UTF8.GetBytes(sent.ToJsonString()), handled.Where((_, i) => !BodyPath.IsWithin(paths[i], target)));
    });

    private static string[] Handled(JsonObject root) =>
        [.. FuzzCheck.Items(Encoding.UTF8.GetBytes(root.ToJsonString())).Where(static i => i.Reason == UnhandledReason.None).Select(static i => $"{i.Path}: {i.Field} {i.Method}")];

    /// <summary>Makes and sends bodies until the time is over.</summary>
    /// <param name="make">Makes a body, and says what must be handled whatever else is in it.</param>
    private async Task RunAsync(Func<Random, (byte[] Body, IEnumerable<string> Healthy)> make)
    {
        int seed = (int)(Number("WAGEN_TEST_SEED") ?? Random.Shared.Next(int.MaxValue / 2));
        double seconds = Number("WAGEN_FUZZ_SECONDS") ?? Seconds;
        await using FuzzEndpoint endpoint = await FuzzEndpoint.StartAsync();
        var watch = Stopwatch.StartNew();
        int first = seed;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            (byte[] body, IEnumerable<string> healthy) = make(new Random(seed));
            try
            {
                IReadOnlyList<RecordedCall> handled = await endpoint.CheckAsync(body);
                foreach (string item in healthy)
                {
                    Assert.Single(handled, call => call.ToString() == item);
                }
            }
            catch (Exception failure)
            {
                string file = Path.Combine(Path.GetTempPath(), $"wagen-fuzz-{seed}.json");
                await File.WriteAllBytesAsync(file, body);
                throw new XunitException($"Again with WAGEN_TEST_SEED={seed}. The body is in {file}. {failure.Message}", failure);
            }

            seed++;
        }

        output.WriteLine($"{seed - first} bodies from seed {first}");
        Assert.Empty(endpoint.Errors);
    }

    private static double? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
