namespace WaGen.Cli.Tests.Support;

/// <summary>Bodies with invented content.</summary>
internal static class Bodies
{
    public static string Text(string body) => Change(
        "messages",
        $$$"""{"messages":[{"from":"12025550143","id":"wamid.VEVTVA==","timestamp":"1784620805","type":"text","text":{"body":"{{{body}}}"}}]}""");

    public static string Change(string field, string value) =>
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"{{{field}}}","value":{{{value}}}}]}]}""";
}
