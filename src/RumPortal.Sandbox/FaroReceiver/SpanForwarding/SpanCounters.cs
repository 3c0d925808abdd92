using System.Collections.Concurrent;

namespace RumPortal.Sandbox.FaroReceiver.SpanForwarding;

/// <summary>What became of the spans that arrived.</summary>
internal sealed class SpanCounters
{
    private readonly ConcurrentDictionary<string, long> _dropped = new(StringComparer.Ordinal);
    private long _sent;

    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Lost spans by reason.</summary>
    public IReadOnlyDictionary<string, long> Dropped => _dropped;

    public void Send(int spans) => Interlocked.Add(ref _sent, spans);

    public void Drop(int spans, string reason) => _dropped.AddOrUpdate(reason, spans, (_, before) => before + spans);
}
