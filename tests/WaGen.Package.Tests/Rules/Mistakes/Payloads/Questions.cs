using WaGen.WhatsApp;

namespace Payloads;

public static class Questions
{
    private const string Later = "The day after tomorrow";

    public static InteractiveContent Days() => InteractiveContent.Buttons("Which day?", [
        InteractiveButton.Reply("1", "Monday"),
        InteractiveButton.Reply("2", Later), // WAGEN401
        InteractiveButton.Reply("3", "Wednesday"),
        InteractiveButton.Reply("4", "Thursday"), // WAGEN406
    ]);

    public static InteractiveContent Fit() => InteractiveContent.Buttons("Does it fit?", [
        InteractiveButton.Reply("fit", "Yes"),
        InteractiveButton.Reply("fit", "No"), // WAGEN407
    ]);

    public static InteractiveContent Nothing() => InteractiveContent.Buttons("Which day?", []); // WAGEN402

    public static ReplyButtonContent Id() => new() { Id = " yes", Title = "Yes" }; // WAGEN404

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
                new() { Id = "XL", Title = "XL" }, // WAGEN406
            ],
        },
    ]);

    private static ListRow Row(string size) => new() { Id = size, Title = size };
}
