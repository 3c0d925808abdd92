using System.Collections.Concurrent;
using System.Threading.Channels;

namespace RumPortal.Sandbox.FaroReceiver.LokiWriting;

/// <summary>
/// The lines that wait for Loki, bounded by bytes. Live lines overtake history; when the bound is reached live lines are refused at once and
/// history waits, so that filling the past never costs the present. One reader.
/// </summary>
internal sealed class PendingEntries(long maxBytes) : IDisposable
{
    // History waits in small number: its producer is in this process and can be held up.
    private const int MaxHistoryEntries = 4096;

    private readonly ConcurrentQueue<LogEntry> _live = new();
    private readonly ConcurrentQueue<LogEntry> _history = new();
    private readonly SemaphoreSlim _historyRoom = new(MaxHistoryEntries);
    private readonly Channel<bool> _signal =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private long _liveBytes;

    public bool IsEmpty => _live.IsEmpty && _history.IsEmpty;

    /// <summary>False when the bound is reached.</summary>
    public bool TryAdd(LogEntry entry)
    {
        if (Interlocked.Add(ref _liveBytes, entry.Size) > maxBytes)
        {
            Interlocked.Add(ref _liveBytes, -entry.Size);
            return false;
        }

        _live.Enqueue(entry);
        _signal.Writer.TryWrite(true);
        return true;
    }

    public async ValueTask AddHistoryAsync(LogEntry entry, CancellationToken cancellation)
    {
        await _historyRoom.WaitAsync(cancellation);
        _history.Enqueue(entry);
        _signal.Writer.TryWrite(true);
    }

    public bool TryTake(out LogEntry entry)
    {
        if (_live.TryDequeue(out entry))
        {
            Interlocked.Add(ref _liveBytes, -entry.Size);
            return true;
        }

        if (!_history.TryDequeue(out entry)) return false;
        _historyRoom.Release();
        return true;
    }

    /// <summary>
    /// Waits until something was added since the last call; false when <see cref="Complete"/> was called and all is taken.
    /// </summary>
    public async ValueTask<bool> WaitAsync()
    {
        if (!await _signal.Reader.WaitToReadAsync()) return !IsEmpty;
        _signal.Reader.TryRead(out _);
        return true;
    }

    /// <summary>Nothing more will be added.</summary>
    public void Complete() => _signal.Writer.TryComplete();

    public void Dispose() => _historyRoom.Dispose();
}
