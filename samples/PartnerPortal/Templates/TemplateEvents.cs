using PartnerPortal.Customers;

namespace PartnerPortal.Templates;

/// <summary>Follows the life of templates: review, quality, pauses, categories.</summary>
internal sealed class TemplateEvents(CustomerBook customers)
    : IMessageTemplateStatusUpdateHandler, IMessageTemplateQualityUpdateHandler, ITemplateCategoryUpdateHandler
{
    public ValueTask OnTemplateStatusAsync(TemplateStatus templateStatus, MessageTemplateStatusUpdateContext context, CancellationToken cancellationToken)
    {
        string? status = templateStatus.EventText;
        string? pause = templateStatus.Event == TemplateEvent.Paused ? templateStatus.OtherInfo.TitleText : null;
        return Change(context.Entry.Id, templateStatus.MessageTemplateId, context.Unhandled, template => template with { Status = status, Pause = pause, Reason = null, Advice = null });
    }

    public ValueTask OnTemplateRejectedAsync(TemplateRejected templateStatus, MessageTemplateStatusUpdateContext context, CancellationToken cancellationToken)
    {
        string? status = templateStatus.EventText;
        string? reason = templateStatus.ReasonText;
        string? advice = templateStatus.RejectionInfo.Recommendation;
        return Change(context.Entry.Id, templateStatus.MessageTemplateId, context.Unhandled, template => template with { Status = status, Pause = null, Reason = reason, Advice = advice });
    }

    public ValueTask OnTemplateQualityAsync(TemplateQuality templateQuality, MessageTemplateQualityUpdateContext context, CancellationToken cancellationToken)
    {
        string? quality = templateQuality.NewQualityScoreText;
        return Change(context.Entry.Id, templateQuality.MessageTemplateId, context.Unhandled, template => template with { Quality = quality });
    }

    public ValueTask OnTemplateCategoryChangeAsync(TemplateCategoryChange templateCategoryChange, TemplateCategoryUpdateContext context, CancellationToken cancellationToken)
    {
        // The name says new in both kinds: with an announcement, the template still has that category.
        string? category = templateCategoryChange.NewCategoryText;
        string? next = templateCategoryChange.CorrectCategoryText;
        return Change(context.Entry.Id, templateCategoryChange.MessageTemplateId, context.Unhandled, template => template with { Category = category, NextCategory = next });
    }

    private ValueTask Change(string? wabaId, string? id, Func<ValueTask> unhandled, Func<CustomerTemplate, CustomerTemplate> change)
    {
        if (wabaId is null || id is null)
        {
            return unhandled();
        }

        customers.Update(wabaId, customer => customer.WithTemplate(id, change));
        return ValueTask.CompletedTask;
    }
}
