using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using WaGen.Tests.Generated.Schemas;
using Xunit.Sdk;

namespace WaGen.Tests.Generated;

/// <summary>Checks something for many made bodies and looks for a small one when it fails.</summary>
/// <remarks><c>WAGEN_TEST_SEED</c> repeats a run, <c>WAGEN_TEST_BODIES</c> sets another number of bodies.</remarks>
internal static class BodyProperty
{
    private const int MaxEntries = 3;
    private const int MaxChanges = 3;
    private const int MaxItems = 4;

    /// <summary>Whether somebody chose the bodies.</summary>
    public static bool IsRerun => (Variable("WAGEN_TEST_SEED") ?? Variable("WAGEN_TEST_BODIES")) is not null;

    public static void Check(int bodies, Action<GeneratedBody> check)
    {
        ulong seed = Variable("WAGEN_TEST_SEED") ?? (ulong)Random.Shared.NextInt64();
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest((int)(Variable("WAGEN_TEST_BODIES") ?? (ulong)bodies))
            .WithReplay(new Replay(new Rnd(seed), null));
        try
        {
            Prop.ForAll(Arb.From(Bodies(), static body => body.Shrink()), check).Check(config);
        }
        catch (Exception failure)
        {
            throw new XunitException($"Again with WAGEN_TEST_SEED={seed}. {failure.Message}", failure);
        }
    }

    private static Gen<GeneratedBody> Bodies() => Gen.Choose(0, int.MaxValue).Select(static seed =>
    {
        var random = new Random(seed);
        var bodies = new SchemaBodies(SchemaSet.Shipped, random);
        return new GeneratedBody(bodies.Body(random.Next(1, MaxEntries + 1), MaxChanges, MaxItems), random.Next(), random.Next());
    });

    private static ulong? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
