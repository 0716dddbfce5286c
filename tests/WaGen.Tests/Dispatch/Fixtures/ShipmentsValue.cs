using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

internal readonly struct ShipmentsValue : IJsonView<ShipmentsValue>
{
    private readonly JsonView _view;

    private ShipmentsValue(JsonView view) => _view = view;

    public string? Hub => _view.GetText(0);

    public ViewList<Person> People => _view.GetList<Person>(1);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    static ShipmentsValue IJsonView<ShipmentsValue>.Create(JsonView view) => new(view);

    static int IJsonView<ShipmentsValue>.SlotCount => 6;

    static bool IJsonView<ShipmentsValue>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        3 when name.SequenceEqual("hub"u8) => binder.Text(block, 0, value),
        6 when name.SequenceEqual("people"u8) => binder.List<Person>(block, 1, value),
        7 when name.SequenceEqual("notices"u8) => binder.List<Notice>(block, 2, value),
        5 when name.SequenceEqual("scans"u8) => binder.List<Scan>(block, 3, value),
        9 when name.SequenceEqual("scan_list"u8) => binder.List<Scan>(block, 3, value),
        5 when name.SequenceEqual("trips"u8) => binder.List<Trip>(block, 4, value),
        3 when name.SequenceEqual("box"u8) => binder.Object<Crate>(block, 5, value),
        _ => false,
    };
}

internal readonly struct Person : IJsonView<Person>
{
    private readonly JsonView _view;

    private Person(JsonView view) => _view = view;

    public bool IsPresent => _view.IsPresent;

    public string? Name => _view.GetText(2);

    public RawJson Json => _view.Json;

    static Person IJsonView<Person>.Create(JsonView view) => new(view);

    static int IJsonView<Person>.SlotCount => 3;

    static bool IJsonView<Person>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => name.Length switch
    {
        3 when name.SequenceEqual("key"u8) => binder.TextOrNumber(block, 0, value),
        3 when name.SequenceEqual("tag"u8) => binder.TextOrNumber(block, 1, value),
        4 when name.SequenceEqual("name"u8) => binder.Text(block, 2, value),
        _ => false,
    };
}
