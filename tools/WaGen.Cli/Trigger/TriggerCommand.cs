using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using WaGen.Cli.Output;
using WaGen.Cli.Schemas;

namespace WaGen.Cli.Trigger;

/// <summary><c>wagen trigger</c>: signs example bodies and posts them to an endpoint.</summary>
internal static class TriggerCommand
{
    // No body of the platform holds more updates.
    private const int MaxBatch = 1000;

    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string?>("EVENT") { Arity = ArgumentArity.ZeroOrOne, Description = "A field (all its examples), field/Event or Event (one example that holds it)." };
        var all = new Option<bool>("--all") { Description = "Post the examples of all fields." };
        var url = new Option<string>("--url") { Required = true, Description = "Where your endpoint listens.", HelpName = "URL" };
        Option<string?> secret = SecretOption.Create();
        var batch = new Option<int>("--batch") { DefaultValueFactory = static _ => 1, Description = "Put so many copies into each body, one entry each, each with ids of its own.", HelpName = "N" };
        var duplicate = new Option<bool>("--duplicate") { Description = "Post each body twice, byte for byte, ids and times included." };
        var shuffle = new Option<bool>("--shuffle") { Description = "Post in random order, and say the seed of it." };
        var seed = new Option<int?>("--seed") { Description = "Repeat the order of an earlier --shuffle.", HelpName = "SEED" };
        var timeout = new Option<int>("--timeout") { DefaultValueFactory = static _ => 30, Description = "Seconds to wait for an answer.", HelpName = "SECONDS" };
        var command = new Command("trigger", "Sign example bodies as the platform does, and post them. Ids and times are new each time.") { name, all, url, secret, batch, duplicate, shuffle, seed, timeout };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == result.GetValue(name) is not null)
            {
                result.AddError("Say what to post: either an EVENT or --all. 'wagen list' shows the events.");
            }

            if (result.GetResult(seed) is not null && !result.GetValue(shuffle))
            {
                result.AddError("--seed repeats an order: add --shuffle.");
            }
        });
        Between(batch, 1, MaxBatch);
        Between(timeout, 1, 600);
        command.SetAction((parsed, cancellationToken) =>
        {
            Uri target = Target(parsed.GetValue(url)!);
            byte[] key = Encoding.UTF8.GetBytes(SecretOption.Read(parsed, secret, console));
            var catalog = SchemaCatalog.Load();
            IReadOnlyList<Example> examples = ExampleSelector.Select(WhatsAppContract.Instance, catalog, parsed.GetValue(name));
            var maker = new BodyMaker(WhatsAppContract.Instance, catalog.EntriesMember, console.Clock);
            int? order = parsed.GetValue(shuffle) ? parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue) : null;
            List<TriggeredBody> bodies = [.. examples.Select(example => maker.Make(example, parsed.GetValue(batch)))];
            WarnOfIdentities(console, bodies);
            if (parsed.GetValue(duplicate))
            {
                bodies = [.. bodies.SelectMany(static body => Enumerable.Repeat(body, 2))];
            }

            if (order is { } value)
            {
                // The order is for tests that want to repeat it, and protects nothing.
                new Random(value).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bodies));
                console.Line($"Shuffled with seed {value.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
            }

            return new TriggerRun(console, target, key, TimeSpan.FromSeconds(parsed.GetValue(timeout))).RunAsync(bodies, cancellationToken);
        });
        return command;
    }

    private static void WarnOfIdentities(ToolConsole console, List<TriggeredBody> bodies)
    {
        string kept = string.Join("; ", bodies.Where(static body => body.KeepsIdentity).Select(static body => body.Label).Distinct(StringComparer.Ordinal));
        if (kept.Length > 0)
        {
            console.Fail($"These events have no id or time of their own, so each run posts the same event, which a receiver may take for a repetition: {kept}.");
        }
    }

    private static void Between(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out int value) && (value < least || value > most))
        {
            result.AddError(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option.Name} must be between {least} and {most}."));
        }
    });

    private static Uri Target(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? target) && (target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps)
            ? target
            : throw new ToolException($"'{url}' is no address of an endpoint: give a whole one, such as http://127.0.0.1:5080/webhooks/whatsapp.");
}
