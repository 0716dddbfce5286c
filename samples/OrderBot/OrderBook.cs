using System.Collections.Concurrent;

namespace OrderBot;

/// <summary>The orders by their customers. A real shop keeps them in a database.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);

    /// <summary>Gets the order of a customer; null when there is none.</summary>
    public Order? Find(string customer) => _orders.GetValueOrDefault(customer);

    /// <summary>Puts an order in the place of what the customer had before.</summary>
    public void Save(string customer, Order order) => _orders[customer] = order;

    /// <summary>Forgets the order of a customer.</summary>
    public void Remove(string customer) => _orders.TryRemove(customer, out _);
}
