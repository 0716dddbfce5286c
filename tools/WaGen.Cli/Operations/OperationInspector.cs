using System.Globalization;
using System.Text;
using WaGen.Cli.Inspect;
using WaGen.Cli.Output;

namespace WaGen.Cli.Operations;

/// <summary>Reads a file as a body of an operation and judges it.</summary>
internal static class OperationInspector
{
    /// <summary>Reads a file.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="side">What the body is; null to find out.</param>
    /// <param name="file">The file.</param>
    /// <param name="console">Where standard input comes from.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<OperationReport> ReadAsync(ApiOperation operation, BodySide? side, InputFile file, ToolConsole console, CancellationToken cancellationToken)
    {
        (byte[] body, string? problem) = await BodyReader.ReadAsync(file, console, cancellationToken);
        var text = BodyText.Of(operation, body);
        problem ??= text.Problem(body);
        return problem is null ? Read(operation, side, file.Name, text) : new OperationReport(file.Name, operation, Side: null, Body: null, problem);
    }

    private static OperationReport Read(ApiOperation operation, BodySide? wanted, string file, BodyText text)
    {
        (BodySide Side, OperationBody Body)[] readings = [.. Sides(operation, wanted, text)];
        if (readings.Length == 0)
        {
            string what = wanted is { } side ? $"no JSON {side.ToString().ToLowerInvariant()}" : "neither a JSON body nor a JSON answer";
            return new OperationReport(file, operation, wanted, Body: null, $"{operation.Name} has {what}, so there is nothing to read this file as.");
        }

        // What was sent comes first; an answer must fit better to be taken for one.
        (BodySide best, OperationBody read) = readings.MinBy(static reading => reading.Body.Inspection.Findings.Count);
        return new OperationReport(file, operation, best, read, Judge(read));
    }

    private static IEnumerable<(BodySide Side, OperationBody Body)> Sides(ApiOperation operation, BodySide? wanted, BodyText text)
    {
        if (wanted is null or BodySide.Error && operation.Api.ReadError is { } readError && (wanted is not null || IsError(operation, RawJson.Parse(text.Json))))
        {
            yield return (BodySide.Error, OperationBody.Read(readError, text, isSent: false));
            yield break;
        }

        if (wanted is null or BodySide.Request && operation.BodyType is not null)
        {
            yield return (BodySide.Request, OperationBody.Read((utf8, findings) => operation.ReadBody(utf8, findings)!, text, isSent: true));
        }

        if (wanted is null or BodySide.Answer && operation.AnswerType is not null)
        {
            yield return (BodySide.Answer, OperationBody.Read((utf8, findings) => operation.ReadAnswer(utf8, findings)!, text, isSent: false));
        }
    }

    /// <summary>Whether nothing was done. Where a part of it was, the answer has the error as a member.</summary>
    private static bool IsError(ApiOperation operation, RawJson body) =>
        body["error"u8].Kind == JsonKind.Object && (operation.Partial is not { } partial || body[Encoding.UTF8.GetBytes(partial.Member)].Kind == JsonKind.None);

    private static string? Judge(OperationBody body) => body.Violations.Count switch
    {
        0 => null,
        1 => "The body breaks a limit and would be refused.",
        int count => string.Create(CultureInfo.InvariantCulture, $"The body breaks {count} limits and would be refused."),
    };
}
