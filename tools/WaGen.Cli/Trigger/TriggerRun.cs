using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Spectre.Console;
using WaGen.Cli.Output;

namespace WaGen.Cli.Trigger;

/// <summary>Posts bodies one after the other and says what came back.</summary>
internal sealed class TriggerRun(ToolConsole console, Uri target, byte[] secret, TimeSpan timeout)
{
    private const string SignatureHeader = "X-Hub-Signature-256";

    /// <summary>Posts all bodies.</summary>
    /// <returns>The exit code: 0 when each was answered with 200, the only answer after which the platform does not deliver again.</returns>
    public async Task<int> RunAsync(IReadOnlyList<TriggeredBody> bodies, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = timeout };
        using var client = new HttpClient(handler) { Timeout = timeout };
        var answers = new List<Answer>();
        string? problem = null;
        await console.WithProgressAsync("Posting", bodies.Count, printing: false, async step =>
        {
            foreach (TriggeredBody body in bodies)
            {
                (Answer? answer, problem) = await PostAsync(client, body, cancellationToken);
                if (answer is null)
                {
                    break;
                }

                answers.Add(answer);
                step();
            }
        });
        Print(answers);
        int refused = answers.Count(static answer => !answer.IsSuccess);
        console.Line(string.Create(CultureInfo.InvariantCulture, $"{answers.Count} of {bodies.Count} posted, {answers.Count - refused} answered with success."));
        foreach (HttpStatusCode status in answers.Where(static answer => !answer.IsSuccess).Select(static answer => answer.Status).Distinct())
        {
            console.Fail($"{(int)status}: {Hint(status)}");
        }

        if (problem is not null)
        {
            console.Fail(problem);
        }

        return problem is null && refused == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static string Hint(HttpStatusCode status) => (int)status switch
    {
        >= 300 and < 400 => "the address redirects, and the platform does not follow: give the final address.",
        400 => "the endpoint could not read the body: does something in front of it change bodies?",
        401 or 403 => "the signature was refused: give the app secret that the endpoint has.",
        404 => "nothing listens at this path: compare it with the one of MapWhatsAppWebhooks.",
        405 => "the path takes no POST: compare it with the one of MapWhatsAppWebhooks.",
        413 => "the body is larger than the endpoint takes: give a smaller --batch.",
        415 => "the endpoint does not take application/json: does something in front of it change headers?",
        503 => "the endpoint is busy with the same event, or not ready: the platform would deliver again later.",
        >= 500 => "a handler or the server failed: look into its log.",
        _ => "the platform takes only success for an answer, and would deliver again.",
    };

    private async Task<(Answer? Answer, string? Problem)> PostAsync(HttpClient client, TriggeredBody body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target);
        request.Content = new ByteArrayContent(body.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.Add(SignatureHeader, SignatureVerifier.Sign(secret, body.Bytes).ToString());
        long start = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
            return (new Answer(body, response.StatusCode, Stopwatch.GetElapsedTime(start)), null);
        }
        catch (HttpRequestException failure)
        {
            string reason = failure.HttpRequestError switch
            {
                HttpRequestError.ConnectionError => "nothing accepts connections there: start your application, or correct the address",
                HttpRequestError.NameResolutionError => "the name of the host is not known: correct the address",
                HttpRequestError.SecureConnectionError => "the TLS connection failed: check the certificate, or use http on this machine",
                _ => "the answer cannot be read: check that an HTTP server listens there",
            };
            return (null, $"{target.GetLeftPart(UriPartial.Authority)}: {reason}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"{target.GetLeftPart(UriPartial.Authority)}: no answer within {timeout.TotalSeconds} seconds: look where the handlers wait, or give a longer --timeout."));
        }
    }

    private void Print(List<Answer> answers)
    {
        if (answers.Count == 0)
        {
            return;
        }

        Table table = new Table { Border = TableBorder.Simple }.AddColumns("body", "bytes", "status", "latency");
        table.Columns[1].RightAligned();
        table.Columns[3].RightAligned();
        var posted = new HashSet<TriggeredBody>(ReferenceEqualityComparer.Instance);
        foreach (Answer answer in answers)
        {
            bool again = !posted.Add(answer.Body);
            table.AddRow(
                new Text(answer.Body.Label + (again ? " (again)" : string.Empty)),
                new Text(answer.Body.Bytes.Length.ToString(CultureInfo.InvariantCulture)),
                new Text(((int)answer.Status).ToString(CultureInfo.InvariantCulture), new Style(answer.IsSuccess ? Color.Green : Color.Red)),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{answer.Latency.TotalMilliseconds:F1} ms")));
        }

        console.Screen.Write(table);
    }

    private sealed record Answer(TriggeredBody Body, HttpStatusCode Status, TimeSpan Latency)
    {
        public bool IsSuccess => Status == HttpStatusCode.OK;
    }
}
