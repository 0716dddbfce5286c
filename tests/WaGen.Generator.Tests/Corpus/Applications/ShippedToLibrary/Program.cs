// A tool that reads bodies from files; it has nothing to register and nothing to map.
foreach (string file in args)
{
    TextMessage message = TextMessage.Parse(File.ReadAllBytes(file));
    MessagesContext context = message.GetContext();
    Console.WriteLine($"{context.Contact.Profile.Name}: {message.Text.Body}");
    Kept.Last = message;
    Kept.All.Add(message);
}

internal static class Kept
{
    public static TextMessage Last { get; set; }

    public static List<TextMessage> All { get; } = [];
}
