using System.Buffers;
using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

/// <summary>A union: <c>kind</c> names the member that holds the content.</summary>
internal readonly struct Notice : IJsonView<Notice>, IWebhookEvent<Notice>
{
    private readonly JsonView _view;

    private Notice(JsonView view) => _view = view;

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    public string? Id => _view.GetId(0);

    public ReadOnlySpan<byte> IdUtf8 => _view.GetUtf8(0);

    public string? Owner => _view.GetId(2);

    public NoticeContent Arrived => _view.GetObject(3).As<NoticeContent>();

    public NoticeContent Delayed => _view.GetObject(4).As<NoticeContent>();

    public static Notice Parse(ReadOnlySpan<byte> utf8Json) =>
        new(WebhookItem.Parse(ParcelContract.Instance, utf8Json, ShipmentsField.Instance, ShipmentsField.Arrived, 2).View);

    public Notice Detach() => new(WebhookItem.Of(_view).Detach().View);

    public ShipmentsContext GetContext() => new(WebhookItem.Of(_view));

    public void WriteWebhookTo(IBufferWriter<byte> output) => WebhookItem.Of(_view).WriteTo(output);

    static Notice IJsonView<Notice>.Create(JsonView view) => new(view);

    static int IJsonView<Notice>.Bind(JsonBinder binder, int node)
    {
        int block = binder.Begin(node, 5);
        binder.SetVariant(block, Choose(binder, node));
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8): binder.TextOrNumber(block, 0, value); continue;
                case 4 when name.SequenceEqual("kind"u8): binder.Text(block, 1, value); continue;
                case 5 when name.SequenceEqual("owner"u8): binder.TextOrNumber(block, 2, value); continue;
                case 7 when name.SequenceEqual("arrived"u8): binder.Object<NoticeContent>(block, 3, value); continue;
                case 7 when name.SequenceEqual("delayed"u8): binder.Object<NoticeContent>(block, 4, value); continue;
            }

            members.Unknown();
        }

        return block;
    }

    private static int Choose(JsonBinder binder, int node)
    {
        int kind = binder.Find(node, "kind"u8);
        if (kind == 0 || binder.Kind(kind) != JsonKind.String)
        {
            return -2;
        }

        if (binder.TextEquals(kind, "arrived"u8))
        {
            return binder.IsMalformed(node, "arrived"u8, JsonKind.Object) ? -3 : 1;
        }

        if (binder.TextEquals(kind, "delayed"u8))
        {
            return binder.IsMalformed(node, "delayed"u8, JsonKind.Object) ? -3 : 2;
        }

        return -1;
    }
}

internal readonly struct NoticeContent : IJsonView<NoticeContent>
{
    private readonly JsonView _view;

    private NoticeContent(JsonView view) => _view = view;

    public bool IsPresent => _view.IsPresent;

    public string? Text => _view.GetText(0);

    public long? Minutes => _view.GetInt64(1);

    public RawJson Json => _view.Json;

    static NoticeContent IJsonView<NoticeContent>.Create(JsonView view) => new(view);

    static int IJsonView<NoticeContent>.SlotCount => 2;

    static bool IJsonView<NoticeContent>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        4 when name.SequenceEqual("text"u8) => binder.Text(block, 0, value),
        7 when name.SequenceEqual("minutes"u8) => binder.Integer(block, 1, value, ScalarForms.Number),
        _ => false,
    };
}
