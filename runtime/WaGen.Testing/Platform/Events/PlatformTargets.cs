namespace WaGen.Testing;

/// <summary>Finds out who gets a webhook, and where.</summary>
internal static class PlatformTargets
{
    // Everything else goes to the app's own address always.
    private static readonly HashSet<string> Overridable = new(StringComparer.Ordinal)
    {
        "messages", "message_echoes", "calls", "consumer_profile", "messaging_handovers", "group_lifecycle_update", "group_participants_update", "group_settings_update",
        "group_status_update", "smb_message_echoes", "smb_app_state_sync", "history", "account_settings_update",
    };

    /// <summary>The apps that have subscribed to an account: at the override of the number, else at that of the account, else at their own address.</summary>
    public static IReadOnlyList<PlatformTarget> Of(FakeAccount account, FakeNumber? number, string field)
    {
        var targets = new List<PlatformTarget>();
        foreach (FakeApp app in account.SubscribedApps)
        {
            Uri? address = Overridable.Contains(field) ? number?.Overrides.GetValueOrDefault(app.Id) ?? account.Overrides.GetValueOrDefault(app.Id) ?? app.Address : app.Address;
            if (address is not null && (app.Address is null || app.Receives(field)))
            {
                targets.Add(new PlatformTarget(app, address));
            }
        }

        return targets;
    }

    /// <summary>The apps of a portfolio.</summary>
    public static IReadOnlyList<PlatformTarget> Of(FakeBusiness business, string field) =>
        [.. business.Platform.All<FakeApp>(app => app.Business == business && app.Receives(field)).Select(static app => new PlatformTarget(app, app.Address!))];
}
