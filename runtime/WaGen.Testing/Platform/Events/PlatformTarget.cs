namespace WaGen.Testing;

/// <summary>Where an app gets a webhook.</summary>
/// <param name="App">The app, whose secret signs it.</param>
/// <param name="Address">The address: the app's own or an override.</param>
internal sealed record PlatformTarget(FakeApp App, Uri Address)
{
    /// <summary>Returns the id of the app.</summary>
    public override string ToString() => App.Id;
}
