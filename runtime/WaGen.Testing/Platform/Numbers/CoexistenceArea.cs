using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What numbers bring along from the WhatsApp Business app.</summary>
internal sealed class CoexistenceArea(FakePlatform platform) : IPlatformArea
{
    private const string Contacts = "smb_app_state_sync";
    private const string History = "history";
    private const int OnlyOnce = 2593107;
    private const int TooLate = 2593108;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public void Register(PlatformTable table) => table.Add("SynchronizeAppData", Synchronize);

    private FakeAnswer Synchronize(PlatformCall call)
    {
        FakeNumber number = call.Number;
        string? kind = call.Text("sync_type");
        FakeAnswer? refusal = kind is not (Contacts or History) ? call.Bad($"'sync_type' must be {Contacts} or {History}")
            : !number.OnBusinessApp ? call.Bad("The number is not used in the WhatsApp Business app")
            : call.Now - number.OnboardedAt > Window ? call.Error(TooLate, "The number was onboarded more than 24 hours ago", status: 400)
            : number.ListOf("synchronized").Exists(done => kind.Equals((string?)done["kind"], StringComparison.Ordinal)) ? call.Error(OnlyOnce, "This was asked for before", status: 400)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        number.ListOf("synchronized").Add(new JsonObject { ["kind"] = kind });
        platform.Fire(PlatformEvent.Of(number, kind!, kind is Contacts ? StateOf(number) : HistoryOf(number)));
        return call.Answer(new JsonObject { ["messaging_product"] = "whatsapp", ["request_id"] = FakePlatform.NewId() });
    }

    private static JsonObject StateOf(FakeNumber number) => new()
    {
        ["state_sync"] = new JsonArray([.. number.ListOf("app_contacts").Select(static contact => contact.DeepClone())]),
    };

    private static JsonObject HistoryOf(FakeNumber number) => new()
    {
        ["history"] = number.Fields.ContainsKey("declines_history")
            ? new JsonArray(new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject
                {
                    ["code"] = 2593109,
                    ["title"] = "History sharing is turned off by the business",
                    ["message"] = "History sharing is turned off by the business",
                    ["error_data"] = new JsonObject { ["details"] = "The business has not shared its history." },
                }),
            })
            : new JsonArray(new JsonObject
            {
                ["metadata"] = new JsonObject { ["phase"] = 0, ["chunk_order"] = 1, ["progress"] = 100 },
                ["threads"] = new JsonArray([.. number.ListOf("app_threads").Select(static thread => thread.DeepClone())]),
            }),
    };
}
