using System.Collections.Concurrent;

namespace Bots;

public sealed class Keeping : IMessagesHandler
{
    private readonly ConcurrentQueue<TextMessage> _texts = new();
    private readonly List<string> _ids = [];
    private readonly List<(string? Id, Message Copy)> _copies = [];
    private Status _last;
    private Contact? _contact;
    private string? _body;
    private Func<string?>? _later;

    public static ConcurrentBag<Contact> Contacts { get; } = [];

    public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        _texts.Enqueue(message.Detach());
        _ids.Add(message.Id ?? "");
        _body = message.Text.Body;
        Contacts.Add(context.Contact.Detach());
        TextMessage copy = message.Detach();
        _ = Task.Run(() => Console.WriteLine(copy.Text.Body), cancellationToken);
        _later = () => copy.Text.Body;
        string? body = message.Text.Body;
        _ = Task.Run(() => Console.WriteLine(body), cancellationToken);
        await Task.Run(() => Console.WriteLine(message.Text.Body), cancellationToken);
        await Task.WhenAll(PrintAsync(message), PrintAsync(message));
        Task printing = PrintAsync(message);
        await printing;
    }

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        var batch = new List<Message> { message };
        var pairs = new Dictionary<string, Message> { [message.Id ?? ""] = message };
        foreach (Message item in batch.Concat(pairs.Values))
        {
            Print(item);
        }

        Message detached = message.Detach();
        _copies.Add((message.Id, detached));
        (string? Id, Message View) local = (message.Id, message);
        Print(local.View);
        return new ValueTask(Task.Run(() => Print(message), cancellationToken));
    }

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        _last = status.Detach();
        _contact = context.Contact.IsPresent ? context.Contact.Detach() : null;
        Status previous = _last;
        _last = previous;
        Action print = () => Console.WriteLine(status.Id);
        print();
        string?[] ids = [.. context.Contacts.Select(contact => contact.WaId)];
        Console.WriteLine(ids.Length + _texts.Count + (_later is null ? 0 : 1));
        return ValueTask.CompletedTask;
    }

    public void Forget()
    {
        _last = default;
        _contact = null;
        _copies.Clear();
        _body = _body is null ? _contact?.Profile.Name : null;
    }

    private static void Print(Message message) => Console.WriteLine(message.Id);

    private static Task PrintAsync(TextMessage message)
    {
        Console.WriteLine(message.Text.Body);
        return Task.CompletedTask;
    }
}
