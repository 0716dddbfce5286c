using PartnerPortal.Customers;

namespace PartnerPortal.Templates;

/// <summary>Makes templates for customers and puts them right. What the review says comes by webhook.</summary>
internal sealed class TemplateDesk(WhatsAppClient client, CustomerBook customers)
{
    private const string Pending = "PENDING";

    /// <summary>Hands a template in for review.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="definition">The template.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the template.</returns>
    /// <exception cref="PayloadValidationException">The template breaks a limit; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The platform gave no id.</exception>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public async Task<string> CreateAsync(string wabaId, TemplateDefinition definition, CancellationToken cancellationToken = default)
    {
        CreateTemplateAnswer answer = await client.CreateTemplateAsync(wabaId, definition, cancellationToken);
        string id = answer.Id ?? throw new InvalidOperationException("The platform gave the template no id.");
        string? category = answer.Category?.ToString().ToUpperInvariant();

        // A webhook may have told more in the meantime.
        customers.Update(wabaId, customer => customer.WithTemplate(id, template => template with
        {
            Name = definition.Name,
            Status = template.Status ?? Pending,
            Category = template.Category ?? category,
        }));
        return id;
    }

    /// <summary>Changes a template and hands it in again.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="templateId">The id of the template, which names no account: without the first parameter nobody knew whose token is needed.</param>
    /// <param name="edit">What is changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PayloadValidationException">The template breaks a limit; nothing was sent.</exception>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public async Task EditAsync(string wabaId, string templateId, TemplateEdit edit, CancellationToken cancellationToken = default)
    {
        string? before = customers.Get(wabaId).Templates.GetValueOrDefault(templateId)?.Status;
        await client.ForAccount(wabaId).UpdateTemplateAsync(templateId, edit, cancellationToken);

        // It waits for review again, unless a webhook has told the outcome in the meantime.
        customers.Update(wabaId, customer => customer.WithTemplate(templateId, template => template.Status == before ? template with { Status = Pending, Reason = null, Advice = null } : template));
    }

    /// <summary>Asks the platform for a template.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="templateId">The id of the template.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WhatsAppApiException">The platform refuses.</exception>
    public Task<TemplateInfo> GetAsync(string wabaId, string templateId, CancellationToken cancellationToken = default) =>
        client.ForAccount(wabaId).GetTemplateAsync(templateId, cancellationToken: cancellationToken);
}
