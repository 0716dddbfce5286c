namespace WaGen.Benchmarks.SystemTextJson;

internal sealed class TextModel
{
    public string? Body { get; set; }
}

internal sealed class MediaModel
{
    public string? Id { get; set; }

    public string? MimeType { get; set; }

    public string? Sha256 { get; set; }

    public string? Caption { get; set; }

    public string? Filename { get; set; }

    public string? Url { get; set; }

    public string? File { get; set; }

    public bool? Voice { get; set; }

    public bool? Animated { get; set; }
}

internal sealed class LocationModel
{
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Name { get; set; }

    public string? Address { get; set; }

    public string? Url { get; set; }
}

internal sealed class ReactionModel
{
    public string? MessageId { get; set; }

    public string? Emoji { get; set; }
}

internal sealed class ButtonModel
{
    public string? Payload { get; set; }

    public string? Text { get; set; }
}

internal sealed class InteractiveModel
{
    public string? Type { get; set; }

    public ReplyModel? ButtonReply { get; set; }

    public ReplyModel? ListReply { get; set; }
}

internal sealed class ReplyModel
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }
}
