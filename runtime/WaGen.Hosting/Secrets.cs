namespace WaGen.Hosting;

/// <summary>The secrets of an endpoint by name.</summary>
internal static class Secrets
{
    private const string SingleName = "default";

    public static KeyValuePair<string, string>[] Of(WhatsAppWebhookOptions options) =>
        string.IsNullOrEmpty(options.AppSecret)
            ? [.. options.AppSecrets]
            : [KeyValuePair.Create(SingleName, options.AppSecret), .. options.AppSecrets];
}
