namespace WaGen.Testing;

/// <summary>A part of the platform: the operations about one kind of object.</summary>
internal interface IPlatformArea
{
    /// <summary>Says which operations it answers.</summary>
    void Register(PlatformTable table);
}
