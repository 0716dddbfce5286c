using System.CommandLine;
using System.Globalization;
using WaGen.Cli.Output;
using WaGen.Testing;

namespace WaGen.Cli.Graph;

/// <summary><c>wagen fake-graph</c>: a Graph API on this machine, to send to without an account.</summary>
internal static class FakeGraphCommand
{
    private const string TokenVariable = "WAGEN_ACCESS_TOKEN";
    private const int MostCopies = 100;
    private const int LongestDelay = 600_000;

    public static Command Create(ToolConsole console)
    {
        Option<int> port = Number("--port", 0, ushort.MaxValue, "The port on the loopback address. Any free one without this option.", "PORT");
        var webhook = new Option<string?>("--webhook") { Description = "Your endpoint: each message that is accepted gets its statuses there, signed. Needs the app secret.", HelpName = "URL" };
        Option<string?> secret = SecretOption.Create();
        var proof = new Option<bool>("--require-proof") { Description = "Refuse requests without appsecret_proof. Needs the app secret." };
        var token = new Option<string[]>("--token")
        {
            Description = $"A token to accept; may be given again. Without this option the environment variable {TokenVariable} is used, and without that every token is accepted.",
            HelpName = "TOKEN",
        };
        Option<int> fail = Number("--fail", 1, int.MaxValue, "Every message fails: its only status is failed, with an error of this code.", "CODE");
        var reverse = new Option<bool>("--reverse") { Description = "Post the last status first." };
        var shuffle = new Option<bool>("--shuffle") { Description = "Post statuses in an order that --seed decides." };
        Option<int> seed = Number("--seed", int.MinValue, int.MaxValue, "What the order of --shuffle starts from; 0 by default.", "SEED");
        Option<int> copies = Number("--copies", 1, MostCopies, "How often each status is posted; once by default.", "N");
        var batch = new Option<bool>("--batched") { Description = "Put all statuses of a message into one body." };
        Option<int> rate = Number("--messages-per-second", 1, int.MaxValue, "Answer what a number sends beyond that with 130429.", "N");
        var pairs = new Option<bool>("--pair-limit") { Description = "Answer what a user gets beyond 45 messages at once, and one in 6 seconds after that, with 131056." };
        Option<int> delay = Number("--delay", 0, LongestDelay, "How long each answer takes.", "MILLISECONDS");
        var command = new Command("fake-graph", "Start a Graph API on this machine that checks requests as the schemas say, answers like the platform, and posts statuses. Ctrl+C stops it.")
        {
            port, webhook, secret, proof, token, fail, reverse, shuffle, seed, copies, batch, rate, pairs, delay,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(reverse) && result.GetValue(shuffle))
            {
                result.AddError("Choose one order: either --reverse or --shuffle.");
            }

            if (result.GetResult(seed) is not null && !result.GetValue(shuffle))
            {
                result.AddError("--seed decides about an order: add --shuffle.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            Uri? endpoint = Endpoint(parsed.GetValue(webhook));
            bool needsSecret = endpoint is not null || parsed.GetValue(proof);
            var options = new FakeGraphOptions
            {
                Port = parsed.GetValue(port),
                AppSecret = needsSecret ? SecretOption.Read(parsed, secret, console) : parsed.GetValue(secret),
                RequireAppSecretProof = parsed.GetValue(proof),
                WebhookUrl = endpoint,
                Playback = (parsed.GetResult(fail) is null ? StatusPlayback.Default : StatusPlayback.Failed(parsed.GetValue(fail))) with
                {
                    Order = parsed.GetValue(reverse) ? StatusOrder.Reversed : parsed.GetValue(shuffle) ? StatusOrder.Shuffled : StatusOrder.InOrder,
                    Seed = parsed.GetValue(seed),
                    Copies = parsed.GetResult(copies) is null ? 1 : parsed.GetValue(copies),
                    IsBatched = parsed.GetValue(batch),
                },
                MessagesPerSecond = parsed.GetResult(rate) is null ? null : parsed.GetValue(rate),
                EnforcePairLimit = parsed.GetValue(pairs),
                Delay = TimeSpan.FromMilliseconds(parsed.GetValue(delay)),
                TimeProvider = console.Clock,
            };
            options.AccessTokens.UnionWith(Tokens(parsed.GetValue(token) ?? [], console));
            return new FakeGraphRun(console, options).RunAsync(cancellationToken);
        });
        return command;
    }

    private static Option<int> Number(string name, int least, int most, string description, string value)
    {
        var option = new Option<int>(name) { Description = description, HelpName = value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int number) && (number < least || number > most))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be between {least} and {most}."));
            }
        });
        return option;
    }

    private static string[] Tokens(string[] given, ToolConsole console)
    {
        if (given.Length > 0)
        {
            return given;
        }

        return console.Variable(TokenVariable) is { Length: > 0 } token ? [token] : [];
    }

    private static Uri? Endpoint(string? url) => url is null ? null
        : Uri.TryCreate(url, UriKind.Absolute, out Uri? endpoint) && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps) ? endpoint
        : throw new ToolException($"'{url}' is no address of an endpoint: give a whole one, such as http://127.0.0.1:5080/webhooks/whatsapp.");
}
