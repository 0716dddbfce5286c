using System.Diagnostics.CodeAnalysis;
using WaGen.Runtime;

namespace WaGen.Tests.Payloads;

/// <summary>A payload with members of every shape.</summary>
public sealed record SampleBox : Payload, IPayload<SampleBox>
{
    public SampleBox()
    {
    }

    [SetsRequiredMembers]
    internal SampleBox(ref PayloadReader json)
    {
        Label = null!;
        for (int member; (member = json.Next("label\nfragile\ncount\nprice\nweight\nwhen\ninner\nboxes\ntags\nnumbers\ntexts\nbyName\nraw\nrows\n"u8)) != 0;)
        {
            switch (member)
            {
                case 1:
                    Label = json.ReadText()!;
                    break;
                case 2:
                    Fragile = json.ReadBoolean(ScalarForms.Any, ScalarForms.Number);
                    break;
                case 3:
                    Count = json.ReadInteger(ScalarForms.Any, ScalarForms.Number);
                    break;
                case 4:
                    Price = json.ReadDecimal(ScalarForms.Any, ScalarForms.String);
                    break;
                case 5:
                    Weight = json.ReadDouble(ScalarForms.Any, ScalarForms.Number);
                    break;
                case 6:
                    When = json.ReadUnixTime(ScalarForms.Any, ScalarForms.String);
                    break;
                case 7:
                    Inner = json.ReadObject<SampleBox>();
                    break;
                case 8:
                    Boxes = json.ReadObjects<SampleBox>();
                    break;
                case 9:
                    Tags = json.ReadTexts();
                    break;
                case 10:
                    Numbers = json.ReadIntegers();
                    break;
                case 11:
                    Texts = json.ReadTextMap();
                    break;
                case 12:
                    ByName = json.ReadMap<SampleBox>();
                    break;
                case 13:
                    Raw = json.ReadRaw();
                    break;
                case 14:
                    Rows = json.ReadTextRows();
                    break;
            }
        }
    }

    public required string Label { get; init; }

    public bool? Fragile { get; init; }

    public long? Count { get; init; }

    public decimal? Price { get; init; }

    public double? Weight { get; init; }

    public DateTimeOffset? When { get; init; }

    public SampleBox? Inner { get; init; }

    public PayloadList<SampleBox>? Boxes { get; init; }

    public PayloadList<string>? Tags { get; init; }

    public PayloadList<long>? Numbers { get; init; }

    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    public IReadOnlyDictionary<string, SampleBox>? ByName { get; init; }

    public JsonFragment? Raw { get; init; }

    public PayloadList<PayloadList<string>>? Rows { get; init; }

    static SampleBox IPayload<SampleBox>.Read(ref PayloadReader json)
    {
        SampleBox payload = new(ref json);
        json.Finish(payload);
        return payload;
    }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Text(",\"label\":"u8, Label);
        json.Boolean(",\"fragile\":"u8, Fragile);
        json.Integer(",\"count\":"u8, Count);
        json.Decimal(",\"price\":"u8, Price, ScalarForms.String);
        json.Double(",\"weight\":"u8, Weight);
        json.UnixTime(",\"when\":"u8, When, ScalarForms.String);
        json.Object(",\"inner\":"u8, Inner);
        json.Objects(",\"boxes\":"u8, Boxes);
        json.Texts(",\"tags\":"u8, Tags);
        json.Integers(",\"numbers\":"u8, Numbers);
        json.TextMap(",\"texts\":"u8, Texts);
        json.Map(",\"byName\":"u8, ByName);
        json.Raw(",\"raw\":"u8, Raw);
        json.TextRows(",\"rows\":"u8, Rows);
    }

    protected override void CheckMembers(PayloadCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        check.Required("label", Label is not null);
        check.Text("label", Label, 1, 5, "^[a-z]*$");
        check.Number("count", Count, 1, 10);
        check.Number("price", Price, 0.5m, 1000);
        check.Double("weight", Weight, -90, 90);
        check.Object("inner", Inner);
        check.Count("boxes", Boxes?.Count, 1, 3);
        check.Objects("boxes", Boxes);
        check.Count("tags", Tags?.Count, maximum: 2);
        check.Texts("tags", Tags, 2, 4);
        check.TextMap("texts", Texts, maximum: 3);
        check.Map("byName", ByName);
        check.Count("rows", Rows?.Count, 1, 2);
        check.TextRows("rows", Rows, fewest: 1, most: 2, minimum: 1, maximum: 3, pattern: "^[a-z]*$");
    }
}
