using System.Collections.Concurrent;

namespace RumPortal.Sandbox.FaroReceiver.Metrics;

/// <summary>What became of the lines handed to Loki, or of the spans handed on.</summary>
internal sealed class DeliveryCounters
{
    private readonly ConcurrentDictionary<string, long> _dropped = new(StringComparer.Ordinal);
    private long _sent;

    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Lost ones by reason.</summary>
    public IReadOnlyDictionary<string, long> Dropped => _dropped;

    public void Send(int count) => Interlocked.Add(ref _sent, count);

    /// <summary>Counts lost ones; true at the first, tenth, hundredth... of a reason, which is when it is worth a log line.</summary>
    public bool Drop(int count, string reason)
    {
        var after = _dropped.AddOrUpdate(reason, count, (_, before) => before + count);
        return Magnitude(after) > Magnitude(after - count);
    }

    private static int Magnitude(long count) => count == 0 ? -1 : (int)Math.Log10(count);
}
