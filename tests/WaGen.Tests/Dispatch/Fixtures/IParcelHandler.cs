namespace WaGen.Tests.Dispatch.Fixtures;

/// <summary>Base of the handler interfaces of a made-up provider that reports parcels.</summary>
internal interface IParcelHandler : IWebhookHandler
{
    static WebhookContract IWebhookHandler.Contract => ParcelContract.Instance;
}
