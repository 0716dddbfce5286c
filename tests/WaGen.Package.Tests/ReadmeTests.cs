using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using WaGen.Package.Tests.Infrastructure;

namespace WaGen.Package.Tests;

/// <summary>Does what the README tells a new user to do, word for word.</summary>
[Collection(PackageFixture.Collection)]
public sealed partial class ReadmeTests(PackageFixture fixture)
{
    private const string Heading = "Your own bot in a new project";

    [Fact]
    public async Task Following_the_walk_through_gives_a_bot_that_answers_a_signed_body()
    {
        IReadOnlyList<string> shell = Readme.Blocks(Heading, "bash");
        string program = Assert.Single(Readme.Blocks(Heading, "csharp"));
        Assert.Equal(3, shell.Count);
        (string create, string run, string post) = (shell[0], shell[1], shell[2]);

        // The repository of the reader is played by an empty directory; the version and the source are those under test.
        string repository = fixture.Sandbox.PathOf("readme", "repository");
        Directory.CreateDirectory(repository);
        await ShellAsync(repository, Replace(Replace(create, "0.1.0", fixture.Sandbox.Version), "\"$OLDPWD/artifacts/packages\"", fixture.Sandbox.Packages));

        string bot = fixture.Sandbox.PathOf("readme", "MyBot");
        await File.WriteAllTextAsync(Path.Combine(bot, "Program.cs"), program);
        string address = $"http://127.0.0.1:{FreePort()}";
        await using Command server = Command.Start("bash", bot, fixture.Sandbox.Environment, "-euc", Replace(run, "http://127.0.0.1:5080", address));
        await server.LineAsync(static line => line.Contains("Now listening on", StringComparison.Ordinal));

        using HttpResponseMessage answer = await PostAsync(post, address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string line = await server.LineAsync(static line => line.Contains(": ", StringComparison.Ordinal) && line.Contains("Hello", StringComparison.Ordinal));
        Assert.Equal(Assert.Single(Readme.Blocks(Heading, "text")).TrimEnd(), line);
    }

    private async Task ShellAsync(string directory, string script)
    {
        CommandResult result = await Command.RunAsync("bash", directory, fixture.Sandbox.Environment, "-euc", script);
        result.MustSucceed();
    }

    /// <summary>Sends what the curl command of the README sends.</summary>
    private static async Task<HttpResponseMessage> PostAsync(string command, string address)
    {
        string url = Url().Match(command).Value;
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Replace(url, "http://127.0.0.1:5080", address));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body().Match(command).Groups["body"].Value));
        foreach (Match header in Header().Matches(command))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(header.Groups["name"].Value, header.Groups["value"].Value)
                || request.Content.Headers.TryAddWithoutValidation(header.Groups["name"].Value, header.Groups["value"].Value));
        }

        return await client.SendAsync(request);
    }

    private static string Replace(string text, string part, string replacement)
    {
        Assert.Contains(part, text, StringComparison.Ordinal);
        return text.Replace(part, replacement, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("http://[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();

    [GeneratedRegex("-H '(?<name>[^:]+): (?<value>[^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();

    [GeneratedRegex("-d '(?<body>[^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Body();
}
