namespace WaGen.Tests.Dispatch;

/// <summary>Tests that count bytes run alone: pools that other tests empty at the same time would have to be filled again.</summary>
[CollectionDefinition(nameof(AllocationGroup), DisableParallelization = true)]
public sealed class AllocationGroup;
