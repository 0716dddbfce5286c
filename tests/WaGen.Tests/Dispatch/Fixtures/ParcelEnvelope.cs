using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

internal readonly struct ParcelEnvelope : IJsonView<ParcelEnvelope>
{
    private readonly JsonView _view;

    private ParcelEnvelope(JsonView view) => _view = view;

    public string? Source => _view.GetText(0);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    static ParcelEnvelope IJsonView<ParcelEnvelope>.Create(JsonView view) => new(view);

    static int IJsonView<ParcelEnvelope>.SlotCount => 2;

    static bool IJsonView<ParcelEnvelope>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        6 when name.SequenceEqual("source"u8) => binder.Text(block, 0, value),
        7 when name.SequenceEqual("batches"u8) => binder.Walked(block, 1, value),
        _ => false,
    };
}

internal readonly struct ParcelBatch : IJsonView<ParcelBatch>
{
    private readonly JsonView _view;

    private ParcelBatch(JsonView view) => _view = view;

    public bool IsPresent => _view.IsPresent;

    public string? Depot => _view.GetId(0);

    public DateTimeOffset? At => _view.GetUnixTime(1);

    public RawJson Json => _view.Json;

    static ParcelBatch IJsonView<ParcelBatch>.Create(JsonView view) => new(view);

    static int IJsonView<ParcelBatch>.SlotCount => 3;

    static bool IJsonView<ParcelBatch>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        5 when name.SequenceEqual("depot"u8) => binder.TextOrNumber(block, 0, value),
        2 when name.SequenceEqual("at"u8) => binder.UnixTime(block, 1, value, ScalarForms.Number),
        7 when name.SequenceEqual("reports"u8) => binder.Walked(block, 2, value),
        _ => false,
    };
}

internal readonly struct ParcelReport : IJsonView<ParcelReport>
{
    private readonly JsonView _view;

    private ParcelReport(JsonView view) => _view = view;

    public string? Topic => _view.GetText(0);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    static ParcelReport IJsonView<ParcelReport>.Create(JsonView view) => new(view);

    static int IJsonView<ParcelReport>.SlotCount => 2;

    static bool IJsonView<ParcelReport>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        5 when name.SequenceEqual("topic"u8) => binder.Text(block, 0, value),
        4 when name.SequenceEqual("data"u8) => binder.Walked(block, 1, value),
        _ => false,
    };
}
