using WaGen.Runtime;

namespace WaGen.Tests.Json;

/// <summary>A view as generated code has it, with a member of every kind.</summary>
internal readonly struct Thing : IJsonView<Thing>
{
    public const int SlotCount = 14;

    private Thing(JsonView view) => View = view;

    public JsonView View { get; }

    public bool IsPresent => View.IsPresent;

    public string? Text => View.GetText(0);

    public ReadOnlySpan<byte> TextUtf8 => View.GetUtf8(0);

    public string? Id => View.GetId(1);

    public long? Integer => View.GetInt64(2);

    public double? Double => View.GetDouble(3);

    public decimal? Decimal => View.GetDecimal(4);

    public DateTimeOffset? Time => View.GetUnixTime(5);

    public bool? Flag => View.GetBoolean(6);

    public string? Color => View.GetText(7);

    public RawJson Raw => View.GetRaw(8);

    public Thing Child => View.GetObject(9).As<Thing>();

    public ViewList<Thing> Things => View.GetList<Thing>(10);

    public TextList Texts => View.GetTexts(11);

    public ViewMap<Thing> Map => View.GetMap<Thing>(12);

    public TextMap TextMap => View.GetTextMap(13);

    public RawJson Json => View.Json;

    static Thing IJsonView<Thing>.Create(JsonView view) => new(view);

    static int IJsonView<Thing>.Bind(JsonBinder binder, int node) => binder.BindMembers<Thing>(node, SlotCount);

    static bool IJsonView<Thing>.BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value)
    {
        const ScalarForms Both = ScalarForms.Number | ScalarForms.String;
        switch (name.Length)
        {
            case 4 when name.SequenceEqual("text"u8): binder.Text(block, 0, value); return true;
            case 2 when name.SequenceEqual("id"u8): binder.TextOrNumber(block, 1, value); return true;
            case 8 when name.SequenceEqual("other_id"u8): binder.TextOrNumber(block, 1, value); return true;
            case 7 when name.SequenceEqual("integer"u8): binder.Integer(block, 2, value, Both); return true;
            case 6 when name.SequenceEqual("double"u8): binder.Number(block, 3, value, Both); return true;
            case 7 when name.SequenceEqual("decimal"u8): binder.Decimal(block, 4, value, ScalarForms.Number); return true;
            case 4 when name.SequenceEqual("time"u8): binder.UnixTime(block, 5, value, Both); return true;
            case 4 when name.SequenceEqual("flag"u8): binder.Boolean(block, 6, value); return true;
            case 5 when name.SequenceEqual("color"u8): binder.Enum(block, 7, value, binder.TextEquals(value, "red"u8)); return true;
            case 3 when name.SequenceEqual("raw"u8): binder.Raw(block, 8, value); return true;
            case 5 when name.SequenceEqual("child"u8): binder.Object<Thing>(block, 9, value); return true;
            case 11 when name.SequenceEqual("other_child"u8): binder.Object<Thing>(block, 9, value); return true;
            case 6 when name.SequenceEqual("things"u8): binder.List<Thing>(block, 10, value); return true;
            case 5 when name.SequenceEqual("texts"u8): binder.Texts(block, 11, value); return true;
            case 3 when name.SequenceEqual("map"u8): binder.Map<Thing>(block, 12, value); return true;
            case 7 when name.SequenceEqual("textmap"u8): binder.TextMap(block, 13, value); return true;
        }

        return false;
    }
}
