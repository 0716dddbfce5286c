namespace WaGen.Client;

/// <summary>Compares arguments with the values that an operation accepts.</summary>
internal static class ArgumentCheck
{
    /// <summary>Throws when the operation would refuse an argument.</summary>
    /// <exception cref="ArgumentException">A value is none of those that are accepted. The message does not quote it.</exception>
    public static void ThrowIfRefused(ApiOperation operation, ApiArguments arguments)
    {
        foreach (ApiParameter parameter in operation.Parameters)
        {
            if (parameter.Values.Count > 0 && arguments[parameter.Name] is { } value && !parameter.Accepts(value))
            {
                string what = parameter.IsList ? "has an element that is" : "is";
                throw new ArgumentException($"The argument '{parameter.Name}' of {operation.Name} {what} none of the values that are accepted: {string.Join(", ", parameter.Values)}.", parameter.Name);
            }
        }
    }
}
