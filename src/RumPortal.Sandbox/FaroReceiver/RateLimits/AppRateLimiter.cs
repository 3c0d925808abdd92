using System.Collections.Concurrent;

namespace RumPortal.Sandbox.FaroReceiver.RateLimits;

/// <summary>
/// A bucket for each <c>app:environment</c>, forgotten after ten idle minutes. The pair comes from the sender, so the number of buckets is
/// bounded: beyond it new pairs share one bucket (Alloy has no bound).
/// </summary>
internal sealed class AppRateLimiter(RateLimitingOptions options, TimeProvider time)
{
    private const int MaxApps = 10_000;
    private static readonly TimeSpan Expiry = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string App, string Environment), TokenBucket> _buckets = new();
    private readonly ConcurrentDictionary<(string App, string Environment, bool Allowed), long> _decisions = new();
    private long _swept = time.GetTimestamp();

    public int ActiveApps => _buckets.Count;

    public IReadOnlyDictionary<(string App, string Environment, bool Allowed), long> Decisions => _decisions;

    public bool TryTake(string app, string environment)
    {
        Sweep();
        var key = (app, environment);
        if (_buckets.Count >= MaxApps && !_buckets.ContainsKey(key)) key = ("", "");
        var allowed = _buckets.GetOrAdd(key, _ => new TokenBucket(options, time)).TryTake();
        _decisions.AddOrUpdate((key.Item1, key.Item2, allowed), 1, (_, count) => count + 1);
        return allowed;
    }

    private void Sweep()
    {
        var last = Interlocked.Read(ref _swept);
        if (time.GetElapsedTime(last) < Expiry || Interlocked.CompareExchange(ref _swept, time.GetTimestamp(), last) != last) return;
        foreach (var (key, bucket) in _buckets)
            if (bucket.Idle > Expiry) _buckets.TryRemove(key, out _);
    }
}
