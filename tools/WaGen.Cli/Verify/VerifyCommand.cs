using System.CommandLine;
using WaGen.Cli.Inspect;
using WaGen.Cli.Output;

namespace WaGen.Cli.Verify;

/// <summary><c>wagen verify</c>: says whether a signature fits a body, and if not, why.</summary>
internal static class VerifyCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The body, byte for byte as it was received, or - for standard input." };
        Option<string?> secret = SecretOption.Create();
        var signature = new Option<string>("--signature") { Required = true, Description = "The value of the header X-Hub-Signature-256, or only its hexadecimal digits.", HelpName = "SIGNATURE" };
        var command = new Command("verify", "Check the signature of a body, and explain a mismatch.") { file, secret, signature };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string key = SecretOption.Read(parsed, secret, console);
            (byte[] body, string? problem) = await BodyReader.ReadAsync(Find(parsed.GetValue(file)!), console, cancellationToken);
            if (problem is not null)
            {
                throw new ToolException(problem);
            }

            (bool fits, IReadOnlyList<string> lines) = SignatureDiagnosis.Diagnose(key, parsed.GetValue(signature)!, body);
            foreach (string line in lines)
            {
                console.Line(Printable.Text(line));
            }

            return fits ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }

    private static InputFile Find(string name)
    {
        if (Directory.Exists(name))
        {
            throw new ToolException($"'{name}' is a folder: give the file that holds the body.");
        }

        return InputFiles.Find([name])[0];
    }
}
