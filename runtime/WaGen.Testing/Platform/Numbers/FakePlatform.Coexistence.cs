using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What is in the WhatsApp Business app of a number.</summary>
public sealed partial class FakePlatform
{
    /// <summary>Puts a contact into the app. Once contacts were synchronized each new one is told at once.</summary>
    /// <param name="number">The number.</param>
    /// <param name="name">The name of the contact.</param>
    /// <param name="phone">The contact's phone number.</param>
    public void AddAppContact(FakeNumber number, string name, string phone)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(phone);
        Act(() =>
        {
            var contact = new JsonObject
            {
                ["type"] = "contact",
                ["contact"] = new JsonObject { ["full_name"] = name, ["first_name"] = name.Split(' ')[0], ["phone_number"] = PhoneNumbers.Normalize(phone) },
                ["action"] = "add",
                ["metadata"] = new JsonObject { ["timestamp"] = PlatformEvent.Timestamp(Now) },
            };
            number.ListOf("app_contacts").Add(contact);
            if (number.ListOf("synchronized").Exists(static done => (string?)done["kind"] is "smb_app_state_sync"))
            {
                Fire(PlatformEvent.Of(number, "smb_app_state_sync", new JsonObject { ["state_sync"] = new JsonArray(contact.DeepClone()) }));
            }
        });
    }

    /// <summary>Puts a text message into the app's history.</summary>
    /// <param name="number">The number.</param>
    /// <param name="userPhone">The user's phone number.</param>
    /// <param name="text">What was written.</param>
    /// <param name="isFromUser">Whether the user wrote it, not the business.</param>
    public void AddAppMessage(FakeNumber number, string userPhone, string text, bool isFromUser = true)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrEmpty(userPhone);
        ArgumentNullException.ThrowIfNull(text);
        string user = PhoneNumbers.Normalize(userPhone);
        Act(() =>
        {
            List<JsonObject> threads = number.ListOf("app_threads");
            JsonObject? thread = threads.Find(t => user.Equals((string?)t["id"], StringComparison.Ordinal));
            if (thread is null)
            {
                threads.Add(thread = new JsonObject { ["id"] = user, ["messages"] = new JsonArray() });
            }

            var message = new JsonObject
            {
                ["from"] = isFromUser ? user : number.Phone,
                ["id"] = MessageIds.Create(),
                ["timestamp"] = PlatformEvent.Timestamp(Now),
                ["type"] = "text",
                ["text"] = new JsonObject { ["body"] = text },
                ["history_context"] = new JsonObject { ["status"] = "READ" },
            };
            if (!isFromUser)
            {
                message["to"] = user;
            }

            thread["messages"]!.AsArray().Add((JsonNode)message);
        });
    }

    /// <summary>Lets the owner of a number keep the history of the app private.</summary>
    /// <param name="number">The number.</param>
    public void DeclineHistory(FakeNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        Act(() => { number.Fields["declines_history"] = true; });
    }
}
