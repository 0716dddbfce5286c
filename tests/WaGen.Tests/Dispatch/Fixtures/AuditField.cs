using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

internal interface IAuditHandler : IParcelHandler
{
    ValueTask OnAuditAsync(Audit audit, WebhookItem context, CancellationToken cancellationToken) => context.Unhandled();
}

/// <summary>The value is the only event.</summary>
internal readonly struct Audit : IJsonView<Audit>
{
    private readonly JsonView _view;

    private Audit(JsonView view) => _view = view;

    public string? Note => _view.GetText(0);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    static Audit IJsonView<Audit>.Create(JsonView view) => new(view);

    static int IJsonView<Audit>.Bind(JsonBinder binder, int node)
    {
        int block = binder.Begin(node, 1);
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            if (name.SequenceEqual("note"u8))
            {
                binder.Text(block, 0, value);
                continue;
            }

            members.Unknown();
        }

        return block;
    }
}

internal sealed class AuditField : WebhookField
{
    public static readonly AuditField Instance = new();

    private AuditField()
        : base("audit", ["audit_v1"], typeof(IAuditHandler), [new("Audit", "OnAuditAsync", "OnAuditAsync")])
    {
    }

    public override WebhookContract Contract => ParcelContract.Instance;

    public override void Route(WebhookRouter router, int value)
    {
        if (router.BindValue<Audit>(this, value))
        {
            router.Self(0, union: false);
            router.EndValue();
        }
    }

    public override ValueTask InvokeAsync(object handler, WebhookItem item, CancellationToken cancellationToken) =>
        ((IAuditHandler)handler).OnAuditAsync(item.View.As<Audit>(), item, cancellationToken);

    public override void WriteIdentity(WebhookItem item, ref WebhookKey key)
    {
    }

    public override void WriteOrderKey(WebhookItem item, ref WebhookKey key)
    {
    }
}
