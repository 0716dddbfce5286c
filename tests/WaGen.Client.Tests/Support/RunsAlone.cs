namespace WaGen.Client.Tests;

/// <summary>Tests that count what the whole process does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Runs alone";
}
