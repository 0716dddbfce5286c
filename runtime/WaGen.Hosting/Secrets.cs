namespace WaGen.Hosting;

/// <summary>The secrets of an endpoint by name.</summary>
internal static class Secrets
{
    private const string SingleName = "default";

    public static KeyValuePair<string, string>[] Of(WhatsAppWebhookOptions options) => Of(options.AppSecret, options.AppSecrets);

    public static KeyValuePair<string, string>[] Of(string? single, IDictionary<string, string> named) =>
        string.IsNullOrEmpty(single) ? [.. named] : [KeyValuePair.Create(SingleName, single), .. named];
}
