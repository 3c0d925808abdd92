using System.Collections.Concurrent;

namespace RumPortal.Sandbox.FaroReceiver.LokiWriting;

/// <summary>What became of the lines handed to Loki.</summary>
internal sealed class WriteCounters
{
    private readonly ConcurrentDictionary<string, long> _dropped = new(StringComparer.Ordinal);
    private long _sent;

    public long SentLines => Interlocked.Read(ref _sent);

    /// <summary>Lost lines by reason.</summary>
    public IReadOnlyDictionary<string, long> DroppedLines => _dropped;

    public void Sent(int lines) => Interlocked.Add(ref _sent, lines);

    /// <summary>Counts lost lines; true at the first, tenth, hundredth... of a reason, which is when it is worth a log line.</summary>
    public bool Drop(int lines, string reason)
    {
        var after = _dropped.AddOrUpdate(reason, lines, (_, before) => before + lines);
        return Magnitude(after) > Magnitude(after - lines);
    }

    private static int Magnitude(long count) => count == 0 ? -1 : (int)Math.Log10(count);
}
