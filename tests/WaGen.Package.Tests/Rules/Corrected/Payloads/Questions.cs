using WaGen.WhatsApp;

namespace Payloads;

public static class Questions
{
    private const string Later = "Tuesday";

    public static InteractiveContent Days() => InteractiveContent.Buttons("Which day?", [
        InteractiveButton.Reply("1", "Monday"),
        InteractiveButton.Reply("2", Later),
        InteractiveButton.Reply("3", "Wednesday"),
    ]);

    public static InteractiveContent Fit() => InteractiveContent.Buttons("Does it fit?", [
        InteractiveButton.Reply("fit-yes", "Yes"),
        InteractiveButton.Reply("fit-no", "No"),
    ]);

    public static InteractiveContent Nothing() => InteractiveContent.Buttons("Which day?", [InteractiveButton.Reply("1", "Monday")]);

    public static ReplyButtonContent Id() => new() { Id = "yes", Title = "Yes" };

    public static InteractiveContent Sizes() => InteractiveContent.List("Which size?", "Sizes", [
        new ListSection
        {
            Title = "Children",
            Rows = [Row("92"), Row("98"), Row("104"), Row("110"), Row("116"), Row("122")],
        },
        new ListSection
        {
            Title = "Adults",
            Rows =
            [
                Row("XS"),
                Row("S"),
                Row("M"),
                new() { Id = "L", Title = "L" },
            ],
        },
    ]);

    private static ListRow Row(string size) => new() { Id = size, Title = size };
}
