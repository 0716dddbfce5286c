namespace WaGen.Testing;

/// <summary>Turns a playback into bodies.</summary>
internal static class StatusPlan
{
    /// <summary>Plans the webhooks of messages.</summary>
    /// <returns>The statuses of each body, in the order of delivery.</returns>
    public static List<FakeStatus[]> Of(IEnumerable<SentMessage> messages, StatusPlayback playback, ApiErrorTable? errors, FakeGraphOptions options)
    {
        List<FakeStatus> statuses = [.. messages.SelectMany(message => StatusesOf(message, playback, errors, options))];
        statuses = [.. statuses.SelectMany(status => Enumerable.Repeat(status, Math.Max(1, playback.Copies)))];
        switch (playback.Order)
        {
            case StatusOrder.Reversed:
                statuses.Reverse();
                break;
            case StatusOrder.Shuffled:
                // Not for secrets: a seed must give the same order each time.
                new Random(playback.Seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(statuses));
                break;
        }

        return playback.IsBatched ? [[.. statuses]] : [.. statuses.Select(static status => new[] { status })];
    }

    private static IEnumerable<FakeStatus> StatusesOf(SentMessage message, StatusPlayback playback, ApiErrorTable? errors, FakeGraphOptions options)
    {
        int seconds = 0;
        foreach (string status in message.IsReaction ? playback.Statuses.Take(1) : playback.Statuses)
        {
            bool hasFailed = status.Equals("failed", StringComparison.Ordinal);
            string title = errors?.Find(playback.FailureCode)?.Title ?? "Message undeliverable";
            yield return new FakeStatus
            {
                AccountId = message.AccountId ?? options.AccountId,
                PhoneNumberId = message.PhoneNumberId,
                DisplayPhoneNumber = message.DisplayPhoneNumber ?? options.DisplayPhoneNumber,
                Id = message.Id,
                Status = status,
                Timestamp = message.SentAt + TimeSpan.FromSeconds(seconds++),
                RecipientId = message.To,
                UserId = message.UserId,
                IsGroup = message.IsGroup,
                CallbackData = message.CallbackData,
                PricingCategory = hasFailed ? null : message.PricingCategory,
                ErrorCode = hasFailed ? playback.FailureCode : null,
                ErrorTitle = title,
                ErrorDetails = playback.FailureDetails,
            };
        }
    }
}
