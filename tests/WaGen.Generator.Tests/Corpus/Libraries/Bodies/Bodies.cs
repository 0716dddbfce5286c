using Microsoft.Extensions.Logging;

namespace Bots;

public sealed class Sending(HttpClient client, ILogger<Sending> logger) : IMessagesHandler
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public event EventHandler? Sent;

    public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        using HttpResponseMessage response = await client.GetAsync("https://example.com", limit.Token).ConfigureAwait(false);
        string text = await response.Content.ReadAsStringAsync(limit.Token);
        await Task.WhenAll(SaveAsync(text, cancellationToken), Task.Delay(10, cancellationToken));
        Sent?.Invoke(this, EventArgs.Empty);
    }

    public async ValueTask OnImageAsync(ImageMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        Task<int> first = CountAsync(1, cancellationToken);
        Task<int> second = CountAsync(2, cancellationToken);
        await Task.WhenAll(first, second);
        logger.LogDebug("{Sum}", first.Result + second.Result);
        int[] all = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => CountAsync(number, cancellationToken)));
        logger.LogDebug("{Count}", all.Length);
    }

    public async ValueTask OnAudioAsync(AudioMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        try
        {
            await CountAsync(1, cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async ValueTask OnVideoAsync(VideoMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        try
        {
            await CountAsync(1, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException)
        {
        }
    }

    public async ValueTask OnDocumentAsync(DocumentMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        try
        {
            await CountAsync(1, cancellationToken);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The document was not counted.");
        }
    }

    public async ValueTask OnStickerAsync(StickerMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        try
        {
            await CountAsync(1, cancellationToken);
        }
        catch
        {
            Sent?.Invoke(this, EventArgs.Empty);
            throw;
        }
        finally
        {
            Sent?.Invoke(this, EventArgs.Empty);
        }
    }

    public async ValueTask OnLocationAsync(LocationMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // What has been begun is brought to its end.
            await CountAsync(1, CancellationToken.None);
        }
        finally
        {
            _gate.Release();
        }

        await ReportAsync(1, cancellationToken);

        async Task ReportAsync(int number, CancellationToken token) => await CountAsync(number, token);
    }

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        Task<int> count = CountAsync(1, cancellationToken);
        return count.IsCompletedSuccessfully ? Log(count.Result) : new ValueTask(count);
    }

    public async ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        await foreach (int number in NumbersAsync(cancellationToken))
        {
            _ = Log(number);
        }

        await Task.Run(() => Console.WriteLine(status.Id), cancellationToken);
        await context.Unhandled();
    }

    public void Attach(System.Timers.Timer timer) => timer.Elapsed += OnElapsed;

    private async void OnElapsed(object? sender, System.Timers.ElapsedEventArgs arguments)
    {
        try
        {
            await CountAsync(1, CancellationToken.None);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The timer failed.");
        }
    }

    private ValueTask Log(int number)
    {
        logger.LogDebug("{Number}", number);
        return ValueTask.CompletedTask;
    }

    private static async Task SaveAsync(string text, CancellationToken cancellationToken) => await File.WriteAllTextAsync("last.txt", text, cancellationToken);

    private static async Task<int> CountAsync(int number, CancellationToken cancellationToken = default)
    {
        await Task.Delay(number, cancellationToken);
        return number;
    }

    private static async IAsyncEnumerable<int> NumbersAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await CountAsync(1, cancellationToken);
    }
}
