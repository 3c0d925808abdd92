namespace RumPortal.Testing.Tempo;

/// <summary>A span as a test describes it. Times are milliseconds after <see cref="SentTrace.Start"/>.</summary>
public sealed record SentSpan(string Id, string? Parent, string Service, string Name, int From, int To)
{
    /// <summary>OTLP's number: 1 internal, 2 server, 3 client.</summary>
    public int Kind { get; init; } = 1;

    public bool IsBrowser { get; init; }

    public bool HasFailed { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
