using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What reviewers, users and the platform do with templates.</summary>
public sealed partial class FakePlatform
{
    private const int PausesBeforeEnd = 3;
    private static readonly TimeSpan NoticeOfCategory = TimeSpan.FromHours(24);

    /// <summary>Gets or sets a value indicating whether new templates are approved at once. Otherwise they wait for <see cref="ReviewTemplate"/>.</summary>
    /// <value>False by default.</value>
    public bool ApprovesTemplates { get; set; }

    /// <summary>Makes an approved template. Nobody is told.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The name.</param>
    /// <param name="body">The text of the body, with variables such as <c>{{1}}</c>.</param>
    /// <param name="category">The category.</param>
    /// <param name="language">The language.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ArgumentException">The account has this template in this language already.</exception>
    public FakeTemplate AddTemplate(FakeAccount account, string name, string body, string category = "UTILITY", string language = "en_US")
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(body);
        return Act(() =>
        {
            if (Has<FakeTemplate>(t => t.Account == account && t.Is(name, language)))
            {
                throw new ArgumentException($"There is already a template {name} in {language}.", nameof(name));
            }

            FakeTemplate template = Add(new FakeTemplate(this, NewId(), account, name, language));
            template.State = TemplateStates.Approved;
            template.Fields["category"] = category;
            template.Fields["parameter_format"] = "POSITIONAL";
            template.Fields["components"] = new JsonArray(new JsonObject { ["type"] = "BODY", ["text"] = body });
            return template;
        });
    }

    /// <summary>Finds a template.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The name.</param>
    /// <param name="language">The language; null for any.</param>
    /// <returns>The template; null when there is none.</returns>
    public FakeTemplate? FindTemplate(FakeAccount account, string name, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(name);
        return Locked(() => First<FakeTemplate>(t => t.Account == account && t.Is(name, language)));
    }

    /// <summary>Ends the review of a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="rejectedReason">Why it is rejected, such as <c>INVALID_FORMAT</c> or <c>TAG_CONTENT_MISMATCH</c>; null approves it.</param>
    /// <param name="explanation">What is wrong, told for <c>INVALID_FORMAT</c> only.</param>
    /// <param name="recommendation">How to mend it, told for <c>INVALID_FORMAT</c> only.</param>
    public void ReviewTemplate(
        FakeTemplate template,
        string? rejectedReason = null,
        string explanation = "The template does not follow the rules of its category.",
        string recommendation = "Change the template, and hand it in again.")
    {
        ArgumentNullException.ThrowIfNull(template);
        Act(() =>
        {
            template.State = rejectedReason is null ? TemplateStates.Approved : TemplateStates.Rejected;
            template.Fields["rejected_reason"] = rejectedReason ?? TemplateStates.NoReason;
            template.Touch();
            (string, JsonObject)? info = rejectedReason is "INVALID_FORMAT" ? ("rejection_info", new JsonObject { ["reason"] = explanation, ["recommendation"] = recommendation }) : null;
            Fire(TemplateEvents.Status(template, template.State, rejectedReason ?? TemplateStates.NoReason, info));
        });
    }

    /// <summary>Lets users think otherwise of a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="quality"><c>GREEN</c>, <c>YELLOW</c>, <c>RED</c> or <c>UNKNOWN</c>.</param>
    public void ChangeQuality(FakeTemplate template, string quality)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrEmpty(quality);
        Act(() =>
        {
            string before = template.QualityScore;
            template.Fields["quality_score"] = new JsonObject { ["score"] = quality, ["date"] = Now.ToUnixTimeSeconds() };
            Fire(TemplateEvents.Quality(template, before));
        });
    }

    /// <summary>Pauses a template because of its quality. The third time disables it.</summary>
    /// <param name="template">The template.</param>
    public void PauseTemplate(FakeTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        Act(() =>
        {
            if (++template.Pauses >= PausesBeforeEnd)
            {
                DisableTemplate(template);
                return;
            }

            (string title, int hours) = template.Pauses == 1 ? ("FIRST_PAUSE", 3) : ("SECOND_PAUSE", 6);
            string description = string.Create(CultureInfo.InvariantCulture, $"Your template has been paused for {hours} hours because its quality was low.");
            Pause(template, isPacing: false, title, description);
        });
    }

    /// <summary>Pauses a template because early messages of a large number were not liked. It stays so until somebody resumes it.</summary>
    /// <param name="template">The template.</param>
    public void PauseTemplateWhilePacing(FakeTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        Act(() => Pause(template, isPacing: true, "RATE_LIMITING_PAUSE", "Your template has been paused because early messages were not well received."));
    }

    /// <summary>Ends the pause of a template, as time does.</summary>
    /// <param name="template">The template.</param>
    public void ResumeTemplate(FakeTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        Act(() => Resume(template));
    }

    /// <summary>Disables a template for good.</summary>
    /// <param name="template">The template.</param>
    public void DisableTemplate(FakeTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        Act(() =>
        {
            template.State = TemplateStates.Disabled;
            template.Touch();
            Fire(TemplateEvents.Status(template, TemplateStates.Disabled, more: ("disable_info", new JsonObject { ["disable_date"] = PlatformEvent.Timestamp(Now) })));
        });
    }

    /// <summary>Announces that a template will get another category in 24 hours.</summary>
    /// <param name="template">The template.</param>
    /// <param name="category">The category that it will get.</param>
    public void AnnounceCategory(FakeTemplate template, string category)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrEmpty(category);
        Act(() =>
        {
            template.Fields["correct_category"] = category;
            Fire(TemplateEvents.CategoryPlanned(template, category, Now + NoticeOfCategory));
        });
    }

    /// <summary>Gives a template another category.</summary>
    /// <param name="template">The template.</param>
    /// <param name="category">The category.</param>
    public void ChangeCategory(FakeTemplate template, string category)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrEmpty(category);
        Act(() =>
        {
            string before = template.Text("category") ?? category;
            template.Fields["previous_category"] = before;
            template.Fields["category"] = category;
            template.Fields.Remove("correct_category");
            template.Touch();
            Fire(TemplateEvents.CategoryChanged(template, before));
        });
    }

    internal void Resume(FakeTemplate template)
    {
        if (template.State is not TemplateStates.Paused)
        {
            return;
        }

        template.State = TemplateStates.Approved;
        template.IsPacing = false;
        template.Touch();
        Fire(TemplateEvents.Status(template, TemplateStates.Approved, more: ("other_info", new JsonObject { ["title"] = "UNPAUSE", ["description"] = "Your template is active again." })));
    }

    private void Pause(FakeTemplate template, bool isPacing, string title, string description)
    {
        template.State = TemplateStates.Paused;
        template.IsPacing = isPacing;
        template.Touch();
        Fire(TemplateEvents.Status(template, TemplateStates.Paused, more: ("other_info", new JsonObject { ["title"] = title, ["description"] = description })));
    }
}
