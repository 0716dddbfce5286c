using System.Reflection;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>Implements a printed interface at run time. It is public because its descendants are made in another assembly.</summary>
public class HandlerProxy : DispatchProxy
{
    internal Action<MethodInfo, object, object> Called { get; set; } = static (_, _, _) => { };

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Called(targetMethod!, args![0]!, args[1]!);
        return ValueTask.CompletedTask;
    }
}
