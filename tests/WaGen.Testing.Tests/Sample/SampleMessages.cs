using System.Diagnostics.CodeAnalysis;
using WaGen.Runtime;

namespace WaGen.Testing.Tests.Sample;

/// <summary>A body of a send, written by hand in the way that schemas are printed: a message or a receipt.</summary>
internal record SampleRequest : Payload, IPayload<SampleRequest>
{
    private protected SampleRequest()
    {
    }

    private protected SampleRequest(ref PayloadReader json)
    {
        while (json.Next("messaging_product\n"u8) != 0)
        {
        }

        json.Constant(",\"messaging_product\":\"whatsapp\""u8);
    }

    static SampleRequest IPayload<SampleRequest>.Read(ref PayloadReader json)
    {
        SampleRequest payload = json.ChooseByMember("status\n"u8) == 1 ? new SampleReceipt(ref json) : SampleMessage.Choose(ref json);
        json.Finish(payload);
        return payload;
    }

    protected override void WriteMembers(ref PayloadWriter json) => json.Constant(",\"messaging_product\":\"whatsapp\""u8);
}

/// <summary>Marks a message as read.</summary>
internal sealed record SampleReceipt : SampleRequest
{
    public SampleReceipt()
    {
    }

    internal SampleReceipt(ref PayloadReader json)
        : base(ref json)
    {
        for (int member; (member = json.Next("message_id\nstatus\n"u8)) != 0;)
        {
            if (member == 1)
            {
                MessageId = json.ReadText();
            }
        }

        json.Constant(",\"status\":\"read\""u8);
    }

    public string? MessageId { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"status\":\"read\""u8);
        json.Text(",\"message_id\":"u8, MessageId);
    }

    protected override void CheckMembers(PayloadCheck check) => check.Required("message_id", MessageId is not null);
}

/// <summary>A message of an unknown kind.</summary>
internal record SampleMessage : SampleRequest
{
    private protected SampleMessage()
    {
    }

    internal SampleMessage(ref PayloadReader json)
        : base(ref json)
    {
        for (int member; (member = json.Next("to\nrecipient\nrecipient_type\nbiz_opaque_callback_data\n"u8)) != 0;)
        {
            switch (member)
            {
                case 1:
                    To = json.ReadText();
                    break;
                case 2:
                    Recipient = json.ReadText();
                    break;
                case 3:
                    RecipientType = json.ReadText();
                    break;
                case 4:
                    CallbackData = json.ReadText();
                    break;
            }
        }
    }

    public string? To { get; init; }

    public string? Recipient { get; init; }

    public string? RecipientType { get; init; }

    public string? CallbackData { get; init; }

    internal static SampleMessage Choose(ref PayloadReader json) => json.Choose("type"u8, "text\ntemplate\nreaction\n"u8) switch
    {
        1 => new SampleText(ref json),
        2 or 3 => new SampleRaw(ref json),
        _ => new SampleMessage(ref json),
    };

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Text(",\"recipient_type\":"u8, RecipientType);
        json.Text(",\"to\":"u8, To);
        json.Text(",\"recipient\":"u8, Recipient);
        json.Text(",\"biz_opaque_callback_data\":"u8, CallbackData);
    }

    protected override void CheckMembers(PayloadCheck check)
    {
        check.Rule(PayloadProblemKind.Choice, "to", To is null && Recipient is null, "or 'recipient' must be there");
        check.Text("biz_opaque_callback_data", CallbackData, maximum: 512);
        if (GetType() == typeof(SampleMessage))
        {
            check.UnknownVariant("type");
        }
    }
}

/// <summary>A text.</summary>
internal sealed record SampleText : SampleMessage
{
    public SampleText()
    {
    }

    [SetsRequiredMembers]
    internal SampleText(ref PayloadReader json)
        : base(ref json)
    {
        Text = null!;
        for (int member; (member = json.Next("text\ntype\n"u8)) != 0;)
        {
            if (member == 1)
            {
                Text = json.ReadObject<SampleTextContent>()!;
            }
        }

        json.Constant(",\"type\":\"text\""u8);
    }

    public required SampleTextContent Text { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"text\""u8);
        json.Object(",\"text\":"u8, Text);
    }

    protected override void CheckMembers(PayloadCheck check)
    {
        base.CheckMembers(check);
        check.Required("text", Text is not null);
        check.Object("text", Text);
    }
}

/// <summary>A message whose content is not described here.</summary>
internal sealed record SampleRaw : SampleMessage
{
    internal SampleRaw(ref PayloadReader json)
        : base(ref json)
    {
        while (json.Next("type\ntemplate\nreaction\n"u8) != 0)
        {
        }
    }
}

/// <summary>The content of a text.</summary>
internal sealed record SampleTextContent : Payload, IPayload<SampleTextContent>
{
    public SampleTextContent()
    {
    }

    [SetsRequiredMembers]
    internal SampleTextContent(ref PayloadReader json)
    {
        Body = null!;
        for (int member; (member = json.Next("body\npreview_url\n"u8)) != 0;)
        {
            switch (member)
            {
                case 1:
                    Body = json.ReadText()!;
                    break;
                case 2:
                    PreviewUrl = json.ReadBoolean(ScalarForms.Number, ScalarForms.Number);
                    break;
            }
        }
    }

    public required string Body { get; init; }

    public bool? PreviewUrl { get; init; }

    static SampleTextContent IPayload<SampleTextContent>.Read(ref PayloadReader json)
    {
        var payload = new SampleTextContent(ref json);
        json.Finish(payload);
        return payload;
    }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Text(",\"body\":"u8, Body);
        json.Boolean(",\"preview_url\":"u8, PreviewUrl);
    }

    protected override void CheckMembers(PayloadCheck check)
    {
        check.Required("body", Body is not null);
        check.Text("body", Body, 1, 20);
    }
}
