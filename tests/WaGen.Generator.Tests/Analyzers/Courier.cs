namespace WaGen.Generator.Tests.Analyzers;

/// <summary>A made-up provider that parcels are sent to, written like generated code: payloads with limits and rules of all kinds, shorthands, an operation and replies.</summary>
internal static class Courier
{
    public static readonly string Source = $$"""
        namespace Courier
        {
            using System.CodeDom.Compiler;
            using WaGen;
            using WaGen.Runtime;

            [GeneratedCode("WaGen", "1.0")]
            [PayloadRule("atLeastOne", nameof(To), nameof(Depot))]
            public partial record OutgoingParcel : Payload
            {
                private protected OutgoingParcel() { }

                [PayloadLimit(MinLength = 2, MaxLength = 20)]
                public string? To { get; init; }

                public string? Depot { get; init; }

                [PayloadLimit(Pattern = "^[A-Z]+-[0-9]+$")]
                public string? Reference { get; init; }

                public static OutgoingBox Box(
                    [PayloadLimit(MinLength = 2, MaxLength = 20)] string to,
                    [PayloadLimit(MinLength = 1, MaxLength = 10)] string label,
                    [PayloadLimit(Minimum = 0.5, Maximum = 30.5)] decimal? weight = null) => new() { To = to, Box = new() { Label = label, Weight = weight } };

                public static OutgoingPicture Picture(string to, string? id = null, string? link = null, string? caption = null) =>
                    new() { To = to, Picture = new() { Id = id, Link = link, Caption = caption } };

                public static OutgoingPicture Picture(string to, Picture picture) => new() { To = to, Picture = picture };

                public static OutgoingMenu Menu(string to, [PayloadLimit(MinItems = 1, MaxItems = 3)] PayloadList<Section> sections) =>
                    new() { To = to, Menu = new() { Sections = sections } };

                public static OutgoingChoice Choice(string to, [PayloadLimit(MinItems = 1, MaxItems = 5)] params PayloadList<ParcelButton> buttons) =>
                    new() { To = to, Choice = new() { Buttons = buttons } };

                {{Body}}
            }

        {{Payload("OutgoingBox : OutgoingParcel", "public new required BoxContent Box { get; init; }")}}
        {{Payload("OutgoingPicture : OutgoingParcel", "public new required Picture Picture { get; init; }")}}
        {{Payload("OutgoingMenu : OutgoingParcel", "public new required Menu Menu { get; init; }")}}
        {{Payload("OutgoingChoice : OutgoingParcel", "public new required Choice Choice { get; init; }")}}
        {{Payload("BoxContent : Payload", """
                [PayloadLimit(MinLength = 1, MaxLength = 10)]
                public required string Label { get; init; }
                [PayloadLimit(Minimum = 0.5, Maximum = 30.5)]
                public decimal? Weight { get; init; }
                [PayloadLimit(Minimum = 1)]
                public long? Pieces { get; init; }
                [PayloadLimit(MaxItems = 3, MinItems = 1, MaxLength = 4)]
                public PayloadList<string>? Tags { get; init; }
                [PayloadLimit(MaxItems = 2, MaxLength = 4)]
                public PayloadList<PayloadList<string>>? Stickers { get; init; }
                public string? Note { get; init; }
                [PayloadLimit(MaxLength = 4)]
                public IReadOnlyDictionary<string, string>? Marks { get; init; }
            """)}}
        {{Payload("Picture : Payload", """
                public string? Id { get; init; }
                public string? Link { get; init; }
                public string? Caption { get; init; }
                public long? Size { get; init; }
                public Row? Frame { get; init; }
                public static Picture Framed(string id, string? caption = null, bool frame = false) => new() { Id = id, Caption = caption, Frame = frame ? Row.Of("1") : null };
            """, "[PayloadRule(\"exactlyOne\", nameof(Id), nameof(Link))]", "[PayloadRule(\"atMostOne\", nameof(Caption), nameof(Size), nameof(Frame))]")}}
        {{Payload("Menu : Payload", """
                [PayloadLimit(MinItems = 1, MaxItems = 3)]
                public required PayloadList<Section> Sections { get; init; }
            """, "[PayloadRule(\"count\", nameof(Sections), \"Rows\", Maximum = 4)]", "[PayloadRule(\"unique\", nameof(Sections), \"Rows\", \"Id\")]")}}
        {{Payload("Section : Payload", """
                public string? Title { get; init; }
                public required PayloadList<Row> Rows { get; init; }
            """)}}
        {{Payload("Row : Payload", """
                public required string Id { get; init; }
                public string? Title { get; init; }
                public static Row Of(string id, string? title = null) => new() { Id = id, Title = title };
            """)}}
        {{Payload("Choice : Payload", """
                [PayloadLimit(MinItems = 1, MaxItems = 5)]
                public required PayloadList<ParcelButton> Buttons { get; init; }
            """, "[PayloadRule(\"count\", nameof(Buttons), \"Reply\", Maximum = 3)]", "[PayloadRule(\"unique\", nameof(Buttons), \"Reply\", \"Id\")]", "[PayloadRule(\"new\", nameof(Buttons))]")}}
        {{Payload("ParcelButton : Payload", """
                public static ReplyButton Reply(string id, [PayloadLimit(MaxLength = 8)] string title) => new() { Reply = new() { Id = id, Title = title } };
                public static PageButton Page(string address) => new() { Address = address };
            """)}}
        {{Payload("ReplyButton : ParcelButton", "public new required Row Reply { get; init; }")}}
        {{Payload("PageButton : ParcelButton", "public required string Address { get; init; }")}}

            [GeneratedCode("WaGen", "1.0")]
            public static partial class CourierOperations
            {
                public static Task SendParcelAsync(this CourierClient client, string depot, OutgoingParcel body) => Task.CompletedTask;
            }

            [GeneratedCode("WaGen", "1.0")]
            public static partial class CourierReplies
            {
                public static Task ReplyBoxAsync<TConversation>(this TConversation conversation, [PayloadLimit(MinLength = 1, MaxLength = 10)] string label)
                    where TConversation : IConversation => Task.CompletedTask;

                public static Task ReplyAsync<TConversation>(this TConversation conversation, OutgoingParcel parcel)
                    where TConversation : IConversation => Task.CompletedTask;
            }

            public sealed class CourierClient
            {
            }
        }
        """;

    private const string Body = "protected override void WriteMembers(ref PayloadWriter json) { }";

    private static string Payload(string name, string members, params string[] rules) => $$"""
            [GeneratedCode("WaGen", "1.0")]
            {{string.Concat(rules)}}
            public partial record {{name}}
            {
                {{members}}
                {{Body}}
            }
        """;
}
