using System.Buffers;

namespace RumPortal.Clients.Prometheus.PromQl;

/// <summary>The name of a metric that may stand in a query without quotes: letters, digits, underscores and colons, no digit first.</summary>
public readonly record struct MetricName
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:");

    private readonly string? _name;

    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public MetricName(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || name.AsSpan().ContainsAnyExcept(Characters))
            throw new ArgumentException($"'{name}' cannot be the name of a metric in a query.", nameof(name));
        _name = name;
    }

    public static implicit operator MetricName(string name) => new(name);

    public override string ToString() => _name ?? throw new InvalidOperationException("A metric name was never given.");
}
