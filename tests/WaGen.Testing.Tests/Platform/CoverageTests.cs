namespace WaGen.Testing.Tests.Platform;

public sealed class CoverageTests
{
    // Files, uploads and messages are served with and without a platform.
    private static readonly string[] Served = ["UploadMedia", "GetMedia", "DeleteMedia", "DownloadMedia", "CreateUploadSession", "UploadFileData", "GetUploadSession"];

    [Fact]
    public void The_platform_answers_every_operation()
    {
        var table = new PlatformTable();
        foreach (IPlatformArea area in PlatformAreas.Create(new FakeGraph(WhatsAppApi.Operations).UsePlatform()))
        {
            area.Register(table);
        }

        Assert.Equal(Served.Order(StringComparer.Ordinal), WhatsAppApi.Operations.Select(static o => o.Name).Where(name => table.Find(name) is null).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_platform_knows_the_objects_of_every_path() => Assert.Equal(
        ["ad-object-id", "code", "configuration-name", "dataset-id", "media-id", "message-history-id", "reference-id", "upload-session-id", "url"],
        WhatsAppApi.Operations.SelectMany(static o => o.Parameters).Where(static p => p.Place == ApiParameterPlace.Path).Select(static p => p.Name).Distinct(StringComparer.Ordinal).Where(static name => !NodeKinds.AreKnown(name)).Order(StringComparer.Ordinal));
}
