using System.Text.Json;
using WaGen.Runtime;

namespace WaGen.Tests.Dispatch.Fixtures;

internal readonly struct ParcelEnvelope : IJsonView<ParcelEnvelope>
{
    private readonly JsonView _view;

    private ParcelEnvelope(JsonView view) => _view = view;

    public string? Source => _view.GetText(0);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    public void WriteTo(Utf8JsonWriter writer) => _view.WriteTo<ParcelEnvelope>(writer);

    static ParcelEnvelope IJsonView<ParcelEnvelope>.Create(JsonView view) => new(view);

    static int IJsonView<ParcelEnvelope>.Bind(JsonBinder binder, int node)
    {
        int block = binder.Begin(node, 2);
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            switch (name.Length)
            {
                case 6 when name.SequenceEqual("source"u8): binder.Text(block, 0, value); continue;
                case 7 when name.SequenceEqual("batches"u8): continue;
            }

            members.Unknown();
        }

        return block;
    }
}

internal readonly struct ParcelBatch : IJsonView<ParcelBatch>
{
    private readonly JsonView _view;

    private ParcelBatch(JsonView view) => _view = view;

    public bool IsPresent => _view.IsPresent;

    public string? Depot => _view.GetId(0);

    public DateTimeOffset? At => _view.GetUnixTime(1);

    public RawJson Json => _view.Json;

    public void WriteTo(Utf8JsonWriter writer) => _view.WriteTo<ParcelBatch>(writer);

    static ParcelBatch IJsonView<ParcelBatch>.Create(JsonView view) => new(view);

    static int IJsonView<ParcelBatch>.Bind(JsonBinder binder, int node)
    {
        int block = binder.Begin(node, 2);
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("depot"u8): binder.TextOrNumber(block, 0, value); continue;
                case 2 when name.SequenceEqual("at"u8): binder.UnixTime(block, 1, value, ScalarForms.Number); continue;
                case 7 when name.SequenceEqual("reports"u8): continue;
            }

            members.Unknown();
        }

        return block;
    }
}

internal readonly struct ParcelReport : IJsonView<ParcelReport>
{
    private readonly JsonView _view;

    private ParcelReport(JsonView view) => _view = view;

    public string? Topic => _view.GetText(0);

    public bool IsPresent => _view.IsPresent;

    public RawJson Json => _view.Json;

    public void WriteTo(Utf8JsonWriter writer) => _view.WriteTo<ParcelReport>(writer);

    static ParcelReport IJsonView<ParcelReport>.Create(JsonView view) => new(view);

    static int IJsonView<ParcelReport>.Bind(JsonBinder binder, int node)
    {
        int block = binder.Begin(node, 1);
        JsonMembers members = binder.Members(node);
        while (members.MoveNext(out ReadOnlySpan<byte> name, out int value))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("topic"u8): binder.Text(block, 0, value); continue;
                case 4 when name.SequenceEqual("data"u8): continue;
            }

            members.Unknown();
        }

        return block;
    }
}
