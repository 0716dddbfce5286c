namespace WaGen.Testing;

/// <summary>An object without a type of its own: all that is known of it are its fields.</summary>
internal sealed class PlatformObject(FakePlatform platform, string id, string kind, FakeNode owner, string defaultFields) : FakeNode(platform, id)
{
    /// <inheritdoc/>
    internal override string DefaultFields => defaultFields;

    /// <inheritdoc/>
    internal override FakeAccount? OwnerAccount => owner.OwnerAccount;

    /// <summary>Gets the object that it hangs on.</summary>
    internal FakeNode Owner => owner;

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder.Equals(kind, StringComparison.Ordinal);

    /// <inheritdoc/>
    internal override bool IsOpenTo(FakeToken token) => owner.IsOpenTo(token);
}
