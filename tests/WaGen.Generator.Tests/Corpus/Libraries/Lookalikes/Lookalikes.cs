namespace Bots;

/// Names that look like those of handlers, in classes that are none.
public sealed class Conversation
{
    private string? _secret;
    private object? _last;

    public string? AppSecret
    {
        get => _secret;
        set => _secret = value;
    }

    public ValueTask OnTextAsync(string text) => new(Task.FromResult(text));

    public async void OnMessageAsync(string text)
    {
        _last = text;
        AppSecret = "not the secret of an endpoint";
        await Task.Delay(1);
    }

    public string? Last() => _last?.ToString() == "x" ? "x" : null;

    public int Wait(Task<int> task)
    {
        try
        {
            return task.Result;
        }
        catch
        {
            return 0;
        }
    }
}

public interface IMessageHandler
{
    Task HandleAsync(string message);
}

public sealed class MessageHandler : IMessageHandler
{
    public async Task HandleAsync(string message)
    {
        Thread.Sleep(1);
        await Task.Delay(1);
    }

    public static AddedHandlers AddHandler<T>() => new(typeof(T).Name);
}

public sealed record AddedHandlers(string Name);
