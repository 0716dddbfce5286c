using WaGen.Cli.Output;

namespace WaGen.Cli.Inspect;

/// <summary>Reads whole files, up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>The largest file that is read. The platform sends at most 3 MiB at once.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>Reads a file or standard input.</summary>
    /// <returns>The bytes, or the problem as a sentence.</returns>
    public static async Task<(byte[] Body, string? Problem)> ReadAsync(InputFile file, ToolConsole console, CancellationToken cancellationToken)
    {
        if (file.Problem is not null)
        {
            return ([], file.Problem);
        }

        try
        {
            await using Stream stream = file.IsStandardInput
                ? console.In()
                : new FileStream(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, useAsync: true);
            using var body = new MemoryStream();
            byte[] buffer = new byte[64 << 10];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > MaxBytes)
                {
                    return ([], $"The file is larger than {MaxBytes >> 20} MB, and a webhook body has at most 3 MiB: give one body a file.");
                }

                body.Write(buffer, 0, read);
            }

            return (body.ToArray(), null);
        }
        catch (UnauthorizedAccessException)
        {
            return ([], "The file cannot be opened: check its permissions.");
        }
        catch (IOException problem)
        {
            return ([], $"The file cannot be read ({problem.GetType().Name}): check that it still exists and is no device.");
        }
    }
}
