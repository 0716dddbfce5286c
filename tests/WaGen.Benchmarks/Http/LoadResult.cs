namespace WaGen.Benchmarks.Http;

/// <summary>Both endpoints under the same load.</summary>
/// <param name="Webhook">The webhook endpoint.</param>
/// <param name="Bare">The endpoint that only reads the body.</param>
internal sealed record LoadResult(LoadSide Webhook, LoadSide Bare)
{
    /// <summary>Gets how many requests the webhook endpoint answers in the time in which the bare one answers one: the median of the pairs of slices.</summary>
    public double Ratio
    {
        get
        {
            double[] ratios = [.. Bare.Slices.Zip(Webhook.Slices, static (bare, webhook) => bare / webhook).Order()];
            return ratios[ratios.Length / 2];
        }
    }
}
