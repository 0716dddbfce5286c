namespace WaGen.Generator.Tests.Analyzers;

/// <summary>A made-up provider, written like generated code: views with members of all kinds, and every advice that a schema gives.</summary>
internal static class Desk
{
    public static readonly string Source = $$"""
        namespace Desk
        {
            using System.Buffers;
            using System.CodeDom.Compiler;
            using WaGen;
            using WaGen.Runtime;
            using Utf8 = System.ReadOnlySpan<byte>;

            [GeneratedCode("WaGen", "1.0")]
            public interface IDeskHandler : IWebhookHandler
            {
                static WebhookContract IWebhookHandler.Contract => null!;
            }

            [GeneratedCode("WaGen", "1.0")]
            public partial interface ITicketsHandler : IDeskHandler
            {
                ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken cancellationToken) => OnTicketAsync(ticket.AsTicket(), context, cancellationToken);

                ValueTask OnClosedAsync(ClosedTicket ticket, TicketsContext context, CancellationToken cancellationToken) => OnTicketAsync(ticket.AsTicket(), context, cancellationToken);

                [SchemaAdvice(SchemaAdvice.Failure, "OnTicketAsync")]
                ValueTask OnLostAsync(LostTicket ticket, TicketsContext context, CancellationToken cancellationToken) => OnTicketAsync(ticket.AsTicket(), context, cancellationToken);

                [SchemaAdvice(SchemaAdvice.Fallback, "OnTicketAsync")]
                ValueTask OnStrangeAsync(StrangeTicket ticket, TicketsContext context, CancellationToken cancellationToken) => OnTicketAsync(ticket.AsTicket(), context, cancellationToken);

                ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();

                [SchemaAdvice(SchemaAdvice.Deprecated, "Notes come with the ticket since 2025.")]
                ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();
            }

            [GeneratedCode("WaGen", "1.0")]
            public partial interface IShiftsHandler : IDeskHandler
            {
                ValueTask OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken cancellationToken) => context.Unhandled();
            }

            [GeneratedCode("WaGen", "1.0")]
            public readonly partial struct TicketsContext
            {
                public WebhookDelivery Delivery => default;

                [SchemaAdvice(SchemaAdvice.Lookup, "Person")]
                public ViewList<Person> People => default;

                public ViewList<Room> Rooms => default;

                public Person Person => default;

                public ValueTask Unhandled() => default;
            }

            [GeneratedCode("WaGen", "1.0")]
            public readonly partial struct ShiftsContext
            {
                public WebhookDelivery Delivery => default;

                public ValueTask Unhandled() => default;
            }

            [GeneratedCode("WaGen", "1.0")]
            public enum Urgency
            {
                Unknown = 0,
                Low,
                High,
                [SchemaAdvice(SchemaAdvice.Deprecated, "High says the same.")]
                Red,
            }

        {{Event("Ticket", """
                    public string? From => null;
                    public string? FromId => null;
                    [SchemaAdvice(SchemaAdvice.Deprecated, "Moved to Room.")]
                    public string? Place => null;
            """)}}
        {{Event("OpenedTicket", "public Ticket AsTicket() => default;")}}
        {{Event("ClosedTicket", "public Ticket AsTicket() => default;")}}
        {{Event("LostTicket", "public Ticket AsTicket() => default;")}}
        {{Event("StrangeTicket", "public Ticket AsTicket() => default;")}}
        {{Event("Note", "")}}
        {{Event("Shift", "")}}
        {{View("Person", """
                    [SchemaAdvice(SchemaAdvice.Key, "PersonId")]
                    public string? Phone => null;
                    public string? PersonId => null;
                    public string? Name => null;
            """, "")}}
        {{View("Room", "public string? Name => null;", "")}}
        }
        """;

    private static string Event(string name, string members) => View(
        name,
        $$"""
                [SchemaAdvice(SchemaAdvice.Key, "SenderId")]
                public string? Sender => null;
                public string? SenderId => null;
                public string? Text => null;
                public Utf8 TextUtf8 => default;
                public bool TextEquals(Utf8 utf8) => false;
                public Urgency? Urgency => null;
                public string? UrgencyText => null;
                public Room Room => default;
                public ViewList<Room> Rooms => default;
                public DateTimeOffset? Since => null;
                {{members}}
                public TicketsContext GetContext() => default;
                public static {{name}} Parse(Utf8 utf8Json) => default;
                public {{name}} Detach() => default;
                public void WriteWebhookTo(IBufferWriter<byte> output) { }
        """,
        $", IWebhookEvent<{name}>");

    private static string View(string name, string members, string more) => $$"""
            [GeneratedCode("WaGen", "1.0")]
            public readonly partial struct {{name}} : IJsonView<{{name}}>{{more}}
            {
                public bool IsPresent => false;
                public RawJson Json => default;
                static {{name}} IJsonView<{{name}}>.Create(JsonView view) => default;
        {{members}}
            }
        """;
}
