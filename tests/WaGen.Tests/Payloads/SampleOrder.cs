using System.Diagnostics.CodeAnalysis;
using WaGen.Runtime;

namespace WaGen.Tests.Payloads;

// What the generator prints for a made-up provider, by hand: a union with a nested one, told apart by a member or by what is there.

/// <summary>An order to be sent.</summary>
public record SampleOrder : Payload, IPayload<SampleOrder>
{
    private protected SampleOrder()
    {
    }

    private protected SampleOrder(ref PayloadReader json)
    {
        for (int member; (member = json.Next("product\nto\nnote\npriority\n"u8)) != 0;)
        {
            switch (member)
            {
                case 2:
                    To = json.ReadText(ScalarForms.Any);
                    break;
                case 3:
                    Note = json.ReadText();
                    break;
                case 4:
                    Priority = json.ReadEnum<SamplePriority, SamplePriorityWire>();
                    break;
            }
        }

        json.Constant(",\"product\":\"parcels\""u8);
    }

    public string? To { get; init; }

    public string? Note { get; init; }

    public SamplePriority? Priority { get; init; }

    public static SampleBoxOrder Box(string to, string label, bool? fragile = null) => new() { To = to, Box = new() { Label = label, Fragile = fragile } };

    static SampleOrder IPayload<SampleOrder>.Read(ref PayloadReader json)
    {
        SampleOrder payload = Choose(ref json);
        json.Finish(payload);
        return payload;
    }

    internal static SampleOrder Choose(ref PayloadReader json)
    {
        switch (json.Choose("type"u8, "box\nletter\nLETTER\n"u8))
        {
            case 1:
                return new SampleBoxOrder(ref json);
            case 2 or 3:
                return SampleLetterOrder.Choose(ref json);
        }

        return json.ChooseByMember("box\nletter\n"u8) switch
        {
            1 => new SampleBoxOrder(ref json),
            2 => SampleLetterOrder.Choose(ref json),
            _ => new SampleOrder(ref json),
        };
    }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Constant(",\"product\":\"parcels\""u8);
        json.Text(",\"to\":"u8, To);
        json.Text(",\"note\":"u8, Note);
        json.Enum<SamplePriority, SamplePriorityWire>(",\"priority\":"u8, Priority);
    }

    protected override void CheckMembers(PayloadCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (GetType() == typeof(SampleOrder))
        {
            check.UnknownVariant("type");
        }

        check.Required("to", To is not null);
        check.Text("to", To, 1, 20);
        check.Text("note", Note, maximum: 60);
        check.Known("priority", Priority is SamplePriority.Unknown);
        check.Rule(PayloadProblemKind.Choice, "note", Note is null && Priority is null, "or 'priority' must be there");
    }
}

/// <summary>An order of a box.</summary>
public sealed record SampleBoxOrder : SampleOrder, IPayload<SampleBoxOrder>
{
    public SampleBoxOrder()
    {
    }

    [SetsRequiredMembers]
    internal SampleBoxOrder(ref PayloadReader json)
        : base(ref json)
    {
        Box = null!;
        for (int member; (member = json.Next("box\ntype\n"u8)) != 0;)
        {
            if (member == 1)
            {
                Box = json.ReadObject<SampleBox>()!;
            }
        }

        json.Constant(",\"type\":\"box\""u8);
    }

    public new required SampleBox Box { get; init; }

    static SampleBoxOrder IPayload<SampleBoxOrder>.Read(ref PayloadReader json)
    {
        SampleBoxOrder payload = new(ref json);
        json.Finish(payload);
        return payload;
    }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"box\""u8);
        json.Object(",\"box\":"u8, Box);
    }

    protected override void CheckMembers(PayloadCheck check)
    {
        base.CheckMembers(check);
        check.Required("box", Box is not null);
        check.Object("box", Box);
    }
}

/// <summary>An order of a letter; a variant with variants.</summary>
public record SampleLetterOrder : SampleOrder, IPayload<SampleLetterOrder>
{
    private protected SampleLetterOrder()
    {
    }

    [SetsRequiredMembers]
    internal SampleLetterOrder(ref PayloadReader json)
        : base(ref json)
    {
        Letter = null!;
        for (int member; (member = json.Next("type\nletter\n"u8)) != 0;)
        {
            if (member == 2)
            {
                Letter = json.ReadText()!;
            }
        }

        json.Constant(",\"type\":\"letter\""u8);
    }

    public required string Letter { get; init; }

    static SampleLetterOrder IPayload<SampleLetterOrder>.Read(ref PayloadReader json)
    {
        SampleLetterOrder payload = Choose(ref json);
        json.Finish(payload);
        return payload;
    }

    internal static new SampleLetterOrder Choose(ref PayloadReader json) =>
        json.Choose("kind"u8, "express\n"u8) == 1 ? new SampleExpressOrder(ref json) : new SampleLetterOrder(ref json);

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"letter\""u8);
        json.Text(",\"letter\":"u8, Letter);
    }
}

/// <summary>An order of an express letter.</summary>
public sealed record SampleExpressOrder : SampleLetterOrder
{
    public SampleExpressOrder()
    {
    }

    [SetsRequiredMembers]
    internal SampleExpressOrder(ref PayloadReader json)
        : base(ref json)
    {
        for (int member; (member = json.Next("kind\nhours\n"u8)) != 0;)
        {
            if (member == 2)
            {
                Hours = json.ReadInteger(ScalarForms.Any, ScalarForms.Number);
            }
        }

        json.Constant(",\"kind\":\"express\""u8);
    }

    public long? Hours { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"kind\":\"express\""u8);
        json.Integer(",\"hours\":"u8, Hours);
    }
}
