using System.Collections.Concurrent;
using System.Text;

namespace Bots;

public sealed class Reading : IMessagesHandler
{
    private readonly ConcurrentDictionary<string, int> _people = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _seen = [];

    public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
    {
        if (message.Text.BodyEquals("STOP"u8) || message.Text.Body == "stop" || message.Text.Body is "halt")
        {
            return ValueTask.CompletedTask;
        }

        if (string.Equals(message.Text.Body, "help", StringComparison.OrdinalIgnoreCase) || message.Text.Body?.StartsWith("help", StringComparison.Ordinal) is true)
        {
            Console.WriteLine(Encoding.UTF8.GetString(message.Text.BodyUtf8));
        }

        return message.Type.ToString() is { Length: > 0 } name ? Print(name) : OnMessageAsync(message.AsMessage(), context, cancellationToken);
    }

    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken)
    {
        string? person = context.Contact.UserId ?? context.Contact.WaId;
        if (person is null || !_seen.Add(message.Id ?? ""))
        {
            return context.Unhandled();
        }

        _people.AddOrUpdate(person, 1, static (_, count) => count + 1);
        _people[message.FromUserId ?? message.From ?? "nobody"] = 1;
        _names[person] = context.Contact.Profile.Name ?? message.From ?? "somebody";
        if (_names.TryGetValue((message.FromUserId ?? message.From)!, out string? known))
        {
            Console.WriteLine(known);
        }

        foreach (Contact contact in context.Contacts)
        {
            Console.WriteLine(contact.Profile.Name);
        }

        for (int index = 0; index < context.Contacts.Count; index++)
        {
            Console.WriteLine(context.Contacts[index].Profile.Name);
        }

        Contact same = context.Contacts.FirstOrDefault(contact => contact.UserId == message.FromUserId);
        Console.WriteLine($"{same.Profile.Name} {message.From}");
        Console.WriteLine(message.Errors.Count > 0 ? message.Errors[0].Title : "no error");
        return message.TryGetText(out TextMessage text) ? Print(text.Text.Body ?? "") : ValueTask.CompletedTask;
    }

    public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
    {
        switch (status.Kind)
        {
            case StatusKind.Sent:
            case StatusKind.Delivered:
                return Print("under way");
            case StatusKind.Unknown:
                return Print(status.KindText ?? "");
        }

        switch (status.Kind)
        {
            case StatusKind.Failed:
                return Print("failed");
            default:
                break;
        }

        string what = status.Pricing.Category switch
        {
            PricingCategory.Marketing or PricingCategory.MarketingLite => "marketing",
            PricingCategory.Utility => "utility",
            null => "absent",
            var other => other.ToString()!,
        };
        string type = status.Pricing.Type switch
        {
            PricingType.Regular => "paid",
            { } free when status.Pricing.Billable is false => free.ToString(),
            _ => "unknown",
        };
        if (status.Kind is StatusKind.Read && status.Kind.ToString() is var kind)
        {
            return Print(kind + what + type);
        }

        return Print(Of(DayOfWeek.Monday));
    }

    private static string Of(DayOfWeek day)
    {
        switch (day)
        {
            case DayOfWeek.Monday:
                return "Monday";
        }

        return day.ToString() == "Sunday" ? "Sunday" : "other";
    }

    private static ValueTask Print(string text)
    {
        Console.WriteLine(text);
        return ValueTask.CompletedTask;
    }
}
