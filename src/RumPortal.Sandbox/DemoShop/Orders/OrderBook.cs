namespace RumPortal.Sandbox.DemoShop.Orders;

/// <summary>The newest orders, in memory. Ids count up from 10001, so a demonstration tells the same story each time.</summary>
public sealed class OrderBook
{
    private const int Capacity = 1_000;
    private const int FirstNumber = 10_001;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Order> _orders = [];
    private int _next = FirstNumber;

    public Order Add(int total)
    {
        lock (_lock)
        {
            var order = new Order(Id(_next), total, Paid: false);
            _orders.Add(order.Id, order);
            _orders.Remove(Id(_next - Capacity));
            _next++;
            return order;
        }
    }

    public Order? Find(string id)
    {
        lock (_lock) return _orders.GetValueOrDefault(id);
    }

    /// <summary>Some of them by id, the oldest first.</summary>
    public IReadOnlyList<Order> List(int skipped, int most)
    {
        lock (_lock) return [.. _orders.Values.OrderBy(order => order.Id, StringComparer.Ordinal).Skip(skipped).Take(most)];
    }

    public Order MarkPaid(Order order)
    {
        var paid = order with { Paid = true };
        lock (_lock)
        {
            if (_orders.ContainsKey(paid.Id)) _orders[paid.Id] = paid;
        }

        return paid;
    }

    private static string Id(int number) => $"HP-{number}";
}
