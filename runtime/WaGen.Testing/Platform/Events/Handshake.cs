using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Testing;

/// <summary>Asks an address whether it wants webhooks, as the platform does whenever one is set.</summary>
internal static class Handshake
{
    private const int LongestAnswer = 1024;

    /// <summary>Asks.</summary>
    /// <returns>Whether it answered 200 and the challenge.</returns>
    public static async Task<bool> TryAsync(HttpClient client, Uri address, string verifyToken, CancellationToken cancellationToken)
    {
        string challenge = RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        using HttpRequestMessage request = WebhookRequests.CreateHandshake(address, verifyToken, challenge);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if ((int)answer.StatusCode != 200)
            {
                return false;
            }

            // Only a few bytes are looked at: the address belongs to somebody else.
            Stream body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                byte[] start = new byte[LongestAnswer];
                int length = await body.ReadAtLeastAsync(start, LongestAnswer, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return Encoding.UTF8.GetString(start, 0, length).Trim().Equals(challenge, StringComparison.Ordinal);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
