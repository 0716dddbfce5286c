namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>Tests that share a browser.</summary>
[CollectionDefinition(Browser.Collection)]
public sealed class BrowserCollection : ICollectionFixture<Browser>;
