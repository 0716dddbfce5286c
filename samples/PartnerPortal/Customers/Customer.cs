using System.Collections.Immutable;

namespace PartnerPortal.Customers;

/// <summary>What the portal knows of one account of a customer: what it did there itself, and what webhooks told.</summary>
/// <param name="WabaId">The id of the account.</param>
internal sealed record Customer(string WabaId)
{
    /// <summary>Gets the id of the portfolio that owns the account; null when nobody told it yet.</summary>
    public string? BusinessId { get; init; }

    /// <summary>Gets the id of the number that messages are sent from; null without one.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>Gets a value indicating whether the account is shared with the provider.</summary>
    public bool IsShared { get; init; }

    /// <summary>Gets the id of the solution that the customer came by; null when there is none.</summary>
    public string? SolutionId { get; init; }

    /// <summary>Gets the id of what is shared of the provider's credit line; null when nothing is.</summary>
    public string? AllocationId { get; init; }

    /// <summary>Gets a value indicating whether the terms of the Marketing Messages API are signed.</summary>
    public bool HasSignedTerms { get; init; }

    /// <summary>Gets the id of the ad account that marketing messages are measured with; null before it was linked.</summary>
    public string? AdAccountId { get; init; }

    /// <summary>Gets the templates by their ids.</summary>
    public ImmutableDictionary<string, CustomerTemplate> Templates { get; init; } = ImmutableDictionary.Create<string, CustomerTemplate>(StringComparer.Ordinal);

    /// <summary>Gets how far messages came, by their ids.</summary>
    public ImmutableDictionary<string, MessageProgress> Messages { get; init; } = ImmutableDictionary.Create<string, MessageProgress>(StringComparer.Ordinal);

    /// <summary>Gets the ids of taps on links in marketing messages.</summary>
    public ImmutableHashSet<string> Clicks { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Changes one template; it is made when there was none.</summary>
    /// <param name="id">The id of the template.</param>
    /// <param name="change">Makes the new state of the old one.</param>
    /// <returns>The customer after that.</returns>
    public Customer WithTemplate(string id, Func<CustomerTemplate, CustomerTemplate> change) =>
        this with { Templates = Templates.SetItem(id, change(Templates.GetValueOrDefault(id) ?? new CustomerTemplate())) };

    /// <summary>Notes how far a message came. What arrives late changes nothing.</summary>
    /// <param name="id">The id of the message.</param>
    /// <param name="progress">How far it came.</param>
    /// <returns>The customer after that.</returns>
    public Customer WithMessage(string id, MessageProgress progress) =>
        Messages.TryGetValue(id, out MessageProgress known) && known >= progress ? this : this with { Messages = Messages.SetItem(id, progress) };

    /// <summary>Returns the id of the account alone.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => WabaId;
}
