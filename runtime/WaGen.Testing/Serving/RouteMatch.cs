namespace WaGen.Testing;

/// <summary>An operation whose path fits, and the values in the path.</summary>
internal sealed record RouteMatch(ApiOperation Operation, IReadOnlyDictionary<string, string> Values);
