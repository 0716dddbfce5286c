namespace WaGen.Package.Tests;

/// <summary>All classes share the packages, and so run one after the other.</summary>
[CollectionDefinition(PackageFixture.Collection)]
public sealed class PackageTestGroup : ICollectionFixture<PackageFixture>;
