using WaGen.Tests.Generated.Schemas;

namespace WaGen.Tests.Generated;

/// <summary>The call that an item should lead to.</summary>
internal static class Expectation
{
    public static RecordedCall Of(ExpectedItem item) => new(item.Path, item.Field, item.Event, item.Method, UnhandledReason.None);
}
