namespace WaGen.Benchmarks.SystemTextJson;

internal sealed class HistoryModel
{
    public HistoryMetadataModel? Metadata { get; set; }

    public List<ThreadModel>? Threads { get; set; }

    public List<ErrorModel>? Errors { get; set; }
}

internal sealed class HistoryMetadataModel
{
    public int? Phase { get; set; }

    public int? ChunkOrder { get; set; }

    public int? Progress { get; set; }
}

internal sealed class ThreadModel
{
    public string? Id { get; set; }

    public ThreadContextModel? Context { get; set; }

    public List<MessageModel>? Messages { get; set; }
}

internal sealed class ThreadContextModel
{
    public string? WaId { get; set; }

    public string? UserId { get; set; }

    public string? ParentUserId { get; set; }

    public string? Username { get; set; }
}

internal sealed class HistoryContextModel
{
    public string? Status { get; set; }

    public bool? FromMe { get; set; }
}
