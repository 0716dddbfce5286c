namespace WaGen.Tests.Json;

/// <summary>Tests that count allocations run alone: other tests would take documents and arrays out of the shared pools.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Runs alone";
}
