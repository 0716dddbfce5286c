using System.Text.RegularExpressions;

namespace WaGen.Testing;

/// <summary>Finds operations by method and path.</summary>
internal sealed partial class RouteTable(IEnumerable<ApiOperation> operations)
{
    private readonly Route[] _routes = [.. operations.Select(Route.Of).OfType<Route>().OrderByDescending(static r => r.Literals)];

    /// <summary>Cuts a path.</summary>
    /// <returns>The version, null when it was left out, and the segments after it, not escaped.</returns>
    public static (string? Version, IReadOnlyList<string> Segments) Cut(string path)
    {
        string[] segments = [.. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        return segments.Length > 0 && VersionSegment().IsMatch(segments[0]) ? (segments[0], segments[1..]) : (null, segments);
    }

    /// <summary>Finds operations.</summary>
    /// <returns>Those that fit best; several when only what is asked for tells them apart.</returns>
    public IReadOnlyList<RouteMatch> Find(string method, IReadOnlyList<string> segments)
    {
        var found = new List<RouteMatch>();
        int literals = 0;
        foreach (Route route in _routes)
        {
            if (found.Count > 0 && route.Literals < literals)
            {
                break;
            }

            if (route.Operation.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && route.Match(segments) is { } values)
            {
                found.Add(new RouteMatch(route.Operation, values));
                literals = route.Literals;
            }
        }

        return found;
    }

    /// <summary>Whether any operation has the path, whatever its method.</summary>
    public bool HasPath(IReadOnlyList<string> segments) => _routes.Any(r => r.Match(segments) is not null);

    [GeneratedRegex(@"^v\d{1,3}\.\d{1,3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionSegment();
}
