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
    private const string SendHeading = "Reply and send";
    private const string BusinessHeading = "The business side";

    [Fact]
    public async Task Following_the_walk_through_gives_a_bot_that_answers_a_signed_body()
    {
        string post = Readme.Blocks(Heading, "bash")[2];
        string bot = await CreateAsync("walk-through");
        await File.WriteAllTextAsync(Path.Combine(bot, "Program.cs"), Assert.Single(Readme.Blocks(Heading, "csharp")));
        string address = $"http://127.0.0.1:{FreePort()}";
        await using Command server = Run(bot, address);
        await server.LineAsync(IsListening);

        using HttpResponseMessage answer = await PostAsync(post, address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string line = await server.LineAsync(static line => line.Contains(": ", StringComparison.Ordinal) && line.Contains("Hello", StringComparison.Ordinal));
        Assert.Equal(Assert.Single(Readme.Blocks(Heading, "text")).TrimEnd(), line);
    }

    [Fact]
    public async Task The_bot_of_the_walk_through_replies_with_the_lines_about_sending()
    {
        string bot = await CreateAsync("replies");
        await ShellAsync(bot, OfThisBuild(Assert.Single(Readme.Commands(SendHeading, "dotnet add package"))));
        await File.WriteAllTextAsync(Path.Combine(bot, "Program.cs"), ReplyingProgram());
        int graph = FreePort();
        string address = $"http://127.0.0.1:{FreePort()}";
        await using Command server = Run(bot, address, ("WhatsApp__AccessToken", "token"), ("WhatsApp__BaseAddress", $"http://127.0.0.1:{graph}"));
        await server.LineAsync(IsListening);

        CommandResult play = await Command.DotNetAsync(
            fixture.Sandbox.ConsumerPath("RoundTrip"),
            fixture.Sandbox.Environment,
            "bin/Release/net10.0/RoundTrip.dll",
            $"{graph}",
            $"{address}/webhooks/whatsapp",
            Secret().Match(Readme.Blocks(Heading, "bash")[1]).Groups["secret"].Value);

        Assert.Equal(
            ["message: 200", "SendMessage: 200, ReadReceipt", "SendMessage: 200, You said: Hello", "sent: 200", "delivered: 200", "read: 200"],
            play.MustSucceed().Lines);
    }

    [Fact]
    public async Task The_lines_about_the_business_side_compile_with_the_groups_that_they_name()
    {
        string bot = await CreateAsync("business");
        await ShellAsync(bot, OfThisBuild(Assert.Single(Readme.Commands(SendHeading, "dotnet add package"))));
        string project = Path.Combine(bot, "MyBot.csproj");
        await File.WriteAllTextAsync(project, Replace(await File.ReadAllTextAsync(project), "</Project>", $"{Assert.Single(Readme.Blocks(BusinessHeading, "xml"))}</Project>"));
        await File.WriteAllTextAsync(Path.Combine(bot, "Program.cs"), $$"""
            {{Assert.Single(Readme.Blocks(Heading, "csharp"))}}
            sealed class Portal(WhatsAppClient client)
            {
                public async Task RunAsync(string wabaId, CancellationToken cancellationToken)
                {
                    {{Assert.Single(Readme.Blocks(BusinessHeading, "csharp"))}}
                }
            }
            """);

        await ShellAsync(bot, "dotnet build -warnaserror");
    }

    /// <summary>The program of the walk-through with the lines about sending at the places that the README names.</summary>
    private static string ReplyingProgram()
    {
        IReadOnlyList<string> lines = Readme.Blocks(SendHeading, "csharp");
        Assert.Equal(3, lines.Count);
        string program = Assert.Single(Readme.Blocks(Heading, "csharp"));
        program = Replace(program, "var app =", $"{lines[0]}\nvar app =");
        program = Replace(program, "public ValueTask OnTextAsync", "public async ValueTask OnTextAsync");
        program = Replace(program, "return ValueTask.CompletedTask;", lines[1]);
        return $$"""
            {{program}}
            sealed class Sender(WhatsAppClient client)
            {
                public async Task SendAsync(string phoneNumberId, CancellationToken cancellationToken)
                {
                    {{lines[2]}}
                }
            }
            """;
    }

    /// <summary>Makes the project of the walk-through. The repository of the reader is played by an empty directory.</summary>
    private async Task<string> CreateAsync(string name)
    {
        IReadOnlyList<string> shell = Readme.Blocks(Heading, "bash");
        Assert.Equal(3, shell.Count);
        string repository = fixture.Sandbox.PathOf("readme", name, "repository");
        Directory.CreateDirectory(repository);
        await ShellAsync(repository, OfThisBuild(shell[0]));
        return fixture.Sandbox.PathOf("readme", name, "MyBot");
    }

    private Command Run(string bot, string address, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>(fixture.Sandbox.Environment, StringComparer.Ordinal);
        foreach ((string name, string value) in settings)
        {
            environment[name] = value;
        }

        return Command.Start("bash", bot, environment, "-euc", Replace(Readme.Blocks(Heading, "bash")[1], "http://127.0.0.1:5080", address));
    }

    private static bool IsListening(string line) => line.Contains("Now listening on", StringComparison.Ordinal);

    /// <summary>A command with the version and the source under test.</summary>
    private string OfThisBuild(string command) =>
        Replace(Replace(command, "0.1.0", fixture.Sandbox.Version), "\"$OLDPWD/artifacts/packages\"", fixture.Sandbox.Packages);

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

    [GeneratedRegex("AppSecret=(?<secret>[^ ]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("http://[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();

    [GeneratedRegex("-H '(?<name>[^:]+): (?<value>[^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();

    [GeneratedRegex("-d '(?<body>[^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Body();
}
