using System.Buffers;
using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

internal interface IDepotHandler : IParcelHandler
{
    ValueTask OnOpenedAsync(DepotEvent opened, WebhookItem context, CancellationToken cancellationToken) => context.Unhandled();

    ValueTask OnClosedAsync(DepotEvent closed, WebhookItem context, CancellationToken cancellationToken) => context.Unhandled();
}

/// <summary>The value is the event, one of two variants.</summary>
internal readonly struct DepotEvent : IJsonView<DepotEvent>, IWebhookEvent<DepotEvent>
{
    private readonly JsonView _view;

    private DepotEvent(JsonView view) => _view = view;

    public bool IsPresent => _view.IsPresent;

    public string? Event => _view.GetText(0);

    public string? Id => _view.GetId(1);

    public static DepotEvent Parse(ReadOnlySpan<byte> utf8Json) =>
        new(WebhookItem.Parse(ParcelContract.Instance, utf8Json, DepotField.Instance, 0, 2).View);

    public DepotEvent Detach() => new(WebhookItem.Of(_view).Detach().View);

    public void WriteWebhookTo(IBufferWriter<byte> output) => WebhookItem.Of(_view).WriteTo(output);

    public RawJson Json => _view.Json;

    static DepotEvent IJsonView<DepotEvent>.Create(JsonView view) => new(view);

    static int IJsonView<DepotEvent>.Bind(JsonBinder binder, int node)
    {
        int block = binder.Begin(node, 2);
        int discriminator = binder.Find(node, "event"u8);
        binder.SetVariant(block, discriminator == 0 || binder.Kind(discriminator) != JsonKind.String
            ? -2
            : binder.TextEquals(discriminator, "opened"u8) ? 1 : binder.TextEquals(discriminator, "closed"u8) ? 2 : -1);
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("event"u8): binder.Text(block, 0, value); continue;
                case 2 when name.SequenceEqual("id"u8): binder.TextOrNumber(block, 1, value); continue;
            }

            members.Unknown();
        }

        return block;
    }
}

internal sealed class DepotField : WebhookField
{
    public static readonly DepotField Instance = new();

    private DepotField()
        : base("depot", [], typeof(IDepotHandler), [new("Opened", "OnOpenedAsync", "OnOpenedAsync"), new("Closed", "OnClosedAsync", "OnClosedAsync")])
    {
    }

    public override WebhookContract Contract => ParcelContract.Instance;

    public override void Route(WebhookRouter router, int value)
    {
        if (router.BindValue<DepotEvent>(this, value))
        {
            router.Self(0, union: true);
            router.EndValue();
        }
    }

    public override ValueTask InvokeAsync(object handler, WebhookItem item, CancellationToken cancellationToken) => item.Event switch
    {
        0 => ((IDepotHandler)handler).OnOpenedAsync(item.View.As<DepotEvent>(), item, cancellationToken),
        _ => ((IDepotHandler)handler).OnClosedAsync(item.View.As<DepotEvent>(), item, cancellationToken),
    };

    public override void WriteIdentity(WebhookItem item, ref WebhookKey key)
    {
    }

    public override void WriteOrderKey(WebhookItem item, ref WebhookKey key)
    {
    }
}
