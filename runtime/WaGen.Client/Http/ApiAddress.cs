using System.Text;
using System.Text.RegularExpressions;

namespace WaGen.Client;

/// <summary>Builds the addresses of requests, and decides which of them a token may go to.</summary>
/// <param name="baseAddress">The server in place of the API's; null without one.</param>
/// <param name="version">The version of the API; null for that of the schema.</param>
internal sealed partial class ApiAddress(Uri? baseAddress, string? version)
{
    private const int HttpsPort = 443;
    private const string UploadSession = "upload:";

    /// <summary>Builds the address of a request.</summary>
    /// <exception cref="ArgumentException">An argument is missing or cannot stand in an address.</exception>
    /// <exception cref="InvalidOperationException">The address is one that the token may not go to.</exception>
    public Uri Build(ApiOperation operation, ApiArguments arguments)
    {
        var query = new List<string>();
        Uri address;
        if (operation.Path is ['{', .., '}'] && operation.Path.IndexOf('}', StringComparison.Ordinal) == operation.Path.Length - 1)
        {
            address = Given(operation, Value(operation, arguments, operation.Path[1..^1]));
        }
        else
        {
            string path = Expand(operation, arguments, query);
            address = new Uri($"{Server(operation)}/{version ?? operation.Api.Version}{path}");
        }

        string? expansion = FieldExpansion.Of(operation, arguments);
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Place == ApiParameterPlace.Query))
        {
            string? value = ArgumentOf(operation, arguments, parameter);
            if (parameter.Name == FieldExpansion.Fields && expansion is not null)
            {
                value = string.IsNullOrEmpty(value) ? expansion : value + "," + expansion;
                expansion = null;
            }

            Add(query, parameter.Name, value);
        }

        Add(query, FieldExpansion.Fields, expansion);
        return query.Count == 0 ? address : new Uri(address.AbsoluteUri + (address.Query.Length == 0 ? "?" : "&") + string.Join('&', query));
    }

    /// <summary>Whether a request with a token may go to an address.</summary>
    public bool IsAllowed(ApiOperation operation, Uri address)
    {
        if (address.UserInfo.Length > 0)
        {
            return false;
        }

        if (baseAddress is not null && address.Scheme == baseAddress.Scheme && address.Port == baseAddress.Port && IsHost(address, baseAddress.IdnHost))
        {
            return true;
        }

        return address.Scheme == Uri.UriSchemeHttps && address.Port == HttpsPort && Hosts(operation).Any(host => IsHost(address, host));
    }

    /// <summary>The value of a parameter; null when an optional one is missing.</summary>
    /// <exception cref="ArgumentException">A required one is missing.</exception>
    public static string? ArgumentOf(ApiOperation operation, ApiArguments arguments, ApiParameter parameter)
    {
        string? value = parameter.Constant ?? arguments[parameter.Name];
        return value is null && parameter.IsRequired && !parameter.IsFile ? throw Missing(operation, parameter.Name) : value;
    }

    /// <summary>An absolute address that an earlier answer gave.</summary>
    private Uri Given(ApiOperation operation, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            throw new ArgumentException($"The address for {operation.Name} is no absolute URL.", nameof(text));
        }

        return IsAllowed(operation, address)
            ? address
            : throw new InvalidOperationException($"The address for {operation.Name} is not on a host that may get the token, or not an https address without user and port; nothing was sent.");
    }

    private static void Add(List<string> query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value));
        }
    }

    private string Server(ApiOperation operation) =>
        baseAddress is null ? "https://" + Hosts(operation).First() : baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static IEnumerable<string> Hosts(ApiOperation operation) => operation.Hosts.SelectMany(name =>
        operation.Api.Hosts.TryGetValue(name, out IReadOnlyList<string>? hosts)
            ? hosts
            : throw new InvalidOperationException($"{operation.Name} names the hosts '{name}', which the API does not list."));

    private static bool IsHost(Uri address, string host) => string.Equals(address.IdnHost, host, StringComparison.OrdinalIgnoreCase);

    private static string Expand(ApiOperation operation, ApiArguments arguments, List<string> query)
    {
        var path = new StringBuilder();
        ReadOnlySpan<char> rest = operation.Path;
        for (int open; (open = rest.IndexOf('{')) >= 0;)
        {
            int close = rest.IndexOf('}');
            path.Append(rest[..open]).Append(Segment(Value(operation, arguments, rest[(open + 1)..close].ToString()), query));
            rest = rest[(close + 1)..];
        }

        return path.Append(rest).ToString();
    }

    private static string Value(ApiOperation operation, ApiArguments arguments, string name) =>
        arguments[name] is { Length: > 0 } value ? value : throw Missing(operation, name);

    /// <summary>One step of the path. Slashes and the like are escaped, so that a value stays one step.</summary>
    private static string Segment(string value, List<string> query)
    {
        // Ids of upload sessions bring a signature of their own behind a question mark; it has to stay a query.
        if (value.StartsWith(UploadSession, StringComparison.Ordinal) && SignedUpload().Match(value) is { Success: true } signed)
        {
            query.Add("sig=" + signed.Groups["sig"].Value);
            value = signed.Groups["id"].Value;
        }

        return value is "." or ".."
            ? throw new ArgumentException("A value for the path is '.' or '..', which no id is.", nameof(value))
            : Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal);
    }

    private static ArgumentException Missing(ApiOperation operation, string name) => new($"The argument '{name}' of {operation.Name} is missing or empty.", name);

    [GeneratedRegex(@"\A(?<id>[^?]+)\?sig=(?<sig>[A-Za-z0-9_\-.~%]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignedUpload();
}
