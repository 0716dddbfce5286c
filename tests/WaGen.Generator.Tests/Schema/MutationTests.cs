using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Schema;

/// <summary>Shipped schemas with random mistakes: the generator explains them or prints C# that compiles, and never throws.</summary>
public partial class MutationTests
{
    private const int Mutations = 150;

    private static readonly string[] Replacements =
        ["0", "-1", "true", "null", "\"\"", "\"x\"", "\"id\"", "\"type\"", "\"object\"", "\"string\"", "\"class\"", "\"Json\"", "\"a.b\"", "\"#\"", "[]", "{}", "[\"a\"]", "{ \"$ref\": \"#/$defs/Message\" }"];

    [Fact]
    public void A_mistake_anywhere_is_explained_or_harmless()
    {
        int seed = Environment.GetEnvironmentVariable("WAGEN_TEST_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount;
        var random = new Random(seed);
        (string Path, string Json)[] files = [.. GeneratorRun.ShippedSchemas()];
        GeneratorRun shipped = GeneratorRun.Of().WithShippedSchemas();
        for (int i = 0; i < Mutations; i++)
        {
            (string path, string json) = files[random.Next(files.Length)];
            string mutated = Mutate(json, random);
            string what = $"seed {seed}, mutation {i} of {path}:\n{Difference(json, mutated)}";
            GeneratorRun run = Try(() => shipped.With(path, mutated, isShipped: true), what);
            if (run.Result.Diagnostics.Any(static d => d.Severity is DiagnosticSeverity.Error))
            {
                continue;
            }

            Diagnostic? broken = run.Output.GetDiagnostics().FirstOrDefault(static d => d.Severity >= DiagnosticSeverity.Warning);
            Assert.True(broken is null, $"{broken}\n{what}");
        }
    }

    private static GeneratorRun Try(Func<GeneratorRun> run, string what)
    {
        try
        {
            return run();
        }
        catch (Exception e)
        {
            throw new Xunit.Sdk.XunitException($"{e.Message}\n{what}", e);
        }
    }

    private static string Mutate(string json, Random random)
    {
        Match[] tokens = Token().Matches(json).ToArray();
        Match token = tokens[random.Next(tokens.Length)];
        Match other = tokens[random.Next(tokens.Length)];
        int end = End(json, token.Index);
        string subtree = json[token.Index..end];
        return random.Next(7) switch
        {
            0 => json.Remove(token.Index, token.Length),
            1 => json.Remove(token.Index, end - token.Index),
            2 => Cut(json, token.Index, end),
            3 => json.Insert(end, ", " + subtree),
            4 => json[..token.Index] + other.Value + json[(token.Index + token.Length)..],
            5 => json[..token.Index] + Replacements[random.Next(Replacements.Length)] + json[end..],
            _ => json[..token.Index] + json[other.Index..End(json, other.Index)] + json[end..],
        };
    }

    /// <summary>Removes a member or element with the comma around it, so that the text stays JSON.</summary>
    private static string Cut(string json, int start, int end)
    {
        int colon = end;
        while (colon < json.Length && char.IsWhiteSpace(json[colon]))
        {
            colon++;
        }

        if (colon < json.Length && json[colon] == ':')
        {
            int value = colon + 1;
            while (char.IsWhiteSpace(json[value]))
            {
                value++;
            }

            end = End(json, value);
        }

        int before = start - 1;
        while (before >= 0 && char.IsWhiteSpace(json[before]))
        {
            before--;
        }

        if (before >= 0 && json[before] == ',')
        {
            return json.Remove(before, end - before);
        }

        int after = end;
        while (after < json.Length && (char.IsWhiteSpace(json[after]) || json[after] == ','))
        {
            after++;
        }

        return json.Remove(start, after - start);
    }

    /// <summary>The end of the value that starts here.</summary>
    private static int End(string json, int start)
    {
        int depth = 0;
        foreach (Match token in Token().Matches(json, start).Cast<Match>())
        {
            depth += token.Value is "{" or "[" ? 1 : token.Value is "}" or "]" ? -1 : 0;
            if (depth <= 0)
            {
                return token.Index + token.Length;
            }
        }

        return json.Length;
    }

    private static string Difference(string before, string after)
    {
        int start = before.Zip(after).TakeWhile(static p => p.First == p.Second).Count();
        int from = Math.Max(0, start - 100);
        return $"{before.AsSpan(from, Math.Min(250, before.Length - from))}\n=>\n{after.AsSpan(from, Math.Min(250, after.Length - from))}";
    }

    [GeneratedRegex("""("(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s"{}\[\]:,]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
