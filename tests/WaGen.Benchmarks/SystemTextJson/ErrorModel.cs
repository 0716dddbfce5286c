namespace WaGen.Benchmarks.SystemTextJson;

internal sealed class ErrorModel
{
    public long? Code { get; set; }

    public string? Title { get; set; }

    public string? Message { get; set; }

    public string? Details { get; set; }

    public ErrorDataModel? ErrorData { get; set; }

    public string? Href { get; set; }
}

internal sealed class ErrorDataModel
{
    public string? Details { get; set; }
}
