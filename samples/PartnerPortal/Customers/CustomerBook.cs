using System.Collections.Concurrent;

namespace PartnerPortal.Customers;

/// <summary>The portal's picture of its customers. A real portal keeps it in a database.</summary>
internal sealed class CustomerBook
{
    private readonly ConcurrentDictionary<string, Customer> _customers = new(StringComparer.Ordinal);

    /// <summary>Gets all customers, in no order.</summary>
    public IReadOnlyCollection<Customer> All => [.. _customers.Values];

    /// <summary>Gets the customer of an account; null when there is none.</summary>
    public Customer? Find(string wabaId) => _customers.GetValueOrDefault(wabaId);

    /// <summary>Gets the customer of an account.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Customer Get(string wabaId) => Find(wabaId) ?? throw new InvalidOperationException("The portal has no such customer.");

    /// <summary>Changes what is known of a customer, who is new when there was none. Webhooks may come before the answer of the call that caused them.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="change">Makes the new state of the old one. It may be called again when somebody else was faster.</param>
    public void Update(string wabaId, Func<Customer, Customer> change) =>
        _customers.AddOrUpdate(wabaId, static (id, change) => change(new Customer(id)), static (_, customer, change) => change(customer), change);
}
