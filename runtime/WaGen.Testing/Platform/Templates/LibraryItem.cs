using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A template of the platform's own library.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="UseCase">When it is sent.</param>
/// <param name="Industry">Who sends it.</param>
/// <param name="Header">The header; null without one.</param>
/// <param name="Body">The body with variables.</param>
/// <param name="Parameters">An example and a type for each variable.</param>
/// <param name="Buttons">Type and label of the buttons.</param>
internal sealed record LibraryItem(
    string Id, string Name, string Topic, string UseCase, string Industry, string? Header, string Body, IReadOnlyList<(string Example, string Type)> Parameters, IReadOnlyList<(string Type, string Text)> Buttons)
{
    public const string Language = "en_US";

    /// <summary>Describes it as the list does.</summary>
    public JsonObject Describe()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["name"] = Name,
            ["language"] = Language,
            ["category"] = "UTILITY",
            ["topic"] = Topic,
            ["usecase"] = UseCase,
            ["industry"] = new JsonArray(Industry),
            ["body"] = Body,
            ["body_params"] = new JsonArray([.. Parameters.Select(static p => JsonValue.Create(p.Example))]),
            ["body_param_types"] = new JsonArray([.. Parameters.Select(static p => JsonValue.Create(p.Type))]),
        };
        if (Header is not null)
        {
            json["header"] = Header;
        }

        if (Buttons.Count > 0)
        {
            json["buttons"] = new JsonArray([.. Buttons.Select(static b => Button(b, input: null, forList: true))]);
        }

        return json;
    }

    /// <summary>Checks what a copy has to give for the buttons.</summary>
    /// <returns>What is missing; null when nothing is.</returns>
    public string? CheckInputs(JsonArray? inputs)
    {
        string? type = Buttons.Select(static b => b.Type).Where(static t => t is "URL" or "PHONE_NUMBER").FirstOrDefault(t => FindInput(inputs, t) is null);
        return type is null ? null : $"'library_template_button_inputs' must have an input of the type {type}";
    }

    /// <summary>Makes the parts of a copy.</summary>
    /// <param name="buttonInputs">What the copy gives for the buttons.</param>
    /// <param name="bodyInputs">What the copy adds to the body.</param>
    public JsonArray Build(JsonArray? buttonInputs, JsonObject? bodyInputs)
    {
        var parts = new JsonArray();
        if (Header is not null)
        {
            parts.Add((JsonNode)new JsonObject { ["type"] = "HEADER", ["format"] = "TEXT", ["text"] = Header });
        }

        string body = Body;
        if (IsSet(bodyInputs, "add_track_package_link"))
        {
            body += " Track your package on our site.";
        }

        if (IsSet(bodyInputs, "add_contact_number"))
        {
            body += " Call us if you have questions.";
        }

        if (IsSet(bodyInputs, "add_learn_more_link"))
        {
            body += " Learn more on our site.";
        }

        var part = new JsonObject { ["type"] = "BODY", ["text"] = body };
        if (Parameters.Count > 0)
        {
            part["example"] = new JsonObject { ["body_text"] = new JsonArray(new JsonArray([.. Parameters.Select(static p => JsonValue.Create(p.Example))])) };
        }

        parts.Add((JsonNode)part);
        if (Buttons.Count > 0)
        {
            parts.Add((JsonNode)new JsonObject { ["type"] = "BUTTONS", ["buttons"] = new JsonArray([.. Buttons.Select(b => Button(b, FindInput(buttonInputs, b.Type), forList: false))]) });
        }

        return parts;
    }

    private static JsonObject Button((string Type, string Text) button, JsonObject? input, bool forList)
    {
        var json = new JsonObject { ["type"] = button.Type, ["text"] = button.Text };
        switch (button.Type)
        {
            case "URL":
                json["url"] = forList ? "https://www.example.com" : input?["url"]?["base_url"]?.ToString();
                if (input?["url"]?["url_suffix_example"]?.ToString() is { } example)
                {
                    json["example"] = new JsonArray(example);
                }

                break;
            case "PHONE_NUMBER":
                json["phone_number"] = forList ? "+16315551010" : input?["phone_number"]?.ToString();
                break;
        }

        return json;
    }

    private static JsonObject? FindInput(JsonArray? inputs, string type) => inputs?.OfType<JsonObject>().FirstOrDefault(i => i.Word("type").Equals(type, StringComparison.Ordinal));

    private static bool IsSet(JsonObject? inputs, string name) => string.Equals(inputs?[name]?.ToString(), bool.TrueString, StringComparison.OrdinalIgnoreCase);
}
