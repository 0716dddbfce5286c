namespace WaGen.Testing;

/// <summary>An endpoint that gets webhooks.</summary>
internal sealed class WebhookTarget(HttpClient client, bool ownsClient, Uri address, string appSecret) : IDisposable
{
    /// <summary>Gets where webhooks are posted.</summary>
    public Uri Address { get; } = address;

    /// <summary>Posts a body.</summary>
    /// <returns>The HTTP status; 0 when there was no answer.</returns>
    public async Task<int> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = WebhookRequests.Create(Address, body, appSecret);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return (int)answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return 0;
        }
    }

    public void Dispose()
    {
        if (ownsClient)
        {
            client.Dispose();
        }
    }
}
