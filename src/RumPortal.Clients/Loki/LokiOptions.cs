using RumPortal.Clients.Http;

namespace RumPortal.Clients.Loki;

/// <summary>How Loki is reached and what its streams are called: the section <c>Backends:Loki</c>.</summary>
public sealed class LokiOptions : BackendOptions
{
    public const string Section = "Backends:Loki";

    public LokiLabelOptions Labels { get; set; } = new();

    /// <summary>The most lines that one query may ask for: Loki's <c>max_entries_limit_per_query</c>.</summary>
    public int MaxEntries { get; set; } = 5000;
}
