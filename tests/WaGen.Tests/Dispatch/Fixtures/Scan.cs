using System.Buffers;
using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

/// <summary>A plain event. Used for scans and, deeper in the value, for legs, stamps and seals.</summary>
internal readonly struct Scan : IJsonView<Scan>, IWebhookEvent<Scan>
{
    private readonly JsonView _view;

    private Scan(JsonView view) => _view = view;

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    public string? Id => _view.GetId(0);

    public static Scan Parse(ReadOnlySpan<byte> utf8Json) =>
        new(WebhookItem.Parse(ParcelContract.Instance, utf8Json, ShipmentsField.Instance, ShipmentsField.Scan, 1).View);

    public Scan Detach() => new(WebhookItem.Of(_view).Detach().View);

    public ShipmentsContext GetContext() => new(WebhookItem.Of(_view));

    public void WriteWebhookTo(IBufferWriter<byte> output) => WebhookItem.Of(_view).WriteTo(output);

    static Scan IJsonView<Scan>.Create(JsonView view) => new(view);

    static int IJsonView<Scan>.SlotCount => 2;

    static bool IJsonView<Scan>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => binder.TextOrNumber(block, 0, value),
        4 when name.SequenceEqual("gate"u8) => binder.Text(block, 1, value),
        _ => false,
    };
}

/// <summary>An array element that holds events.</summary>
internal readonly struct Trip : IJsonView<Trip>
{
    private readonly JsonView _view;

    private Trip(JsonView view) => _view = view;

    public string? Name => _view.GetText(0);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    static Trip IJsonView<Trip>.Create(JsonView view) => new(view);

    static int IJsonView<Trip>.SlotCount => 3;

    static bool IJsonView<Trip>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        4 when name.SequenceEqual("name"u8) => binder.Text(block, 0, value),
        4 when name.SequenceEqual("legs"u8) => binder.List<Scan>(block, 1, value),
        4 when name.SequenceEqual("hops"u8) => binder.List<Scan>(block, 1, value),
        6 when name.SequenceEqual("stamps"u8) => binder.List<Scan>(block, 2, value),
        _ => false,
    };
}

/// <summary>An object that holds events, and a list that belongs to them.</summary>
internal readonly struct Crate : IJsonView<Crate>
{
    private readonly JsonView _view;

    private Crate(JsonView view) => _view = view;

    public ViewList<Person> Sealers => _view.GetList<Person>(1);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    static Crate IJsonView<Crate>.Create(JsonView view) => new(view);

    static int IJsonView<Crate>.SlotCount => 2;

    static bool IJsonView<Crate>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        5 when name.SequenceEqual("seals"u8) => binder.List<Scan>(block, 0, value),
        7 when name.SequenceEqual("sealers"u8) => binder.List<Person>(block, 1, value),
        _ => false,
    };
}
