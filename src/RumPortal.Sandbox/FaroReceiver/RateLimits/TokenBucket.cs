namespace RumPortal.Sandbox.FaroReceiver.RateLimits;

/// <summary>A token bucket that starts full and refills evenly.</summary>
internal sealed class TokenBucket(RateLimitingOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = options.BurstSize;
    private long _refilled = time.GetTimestamp();

    /// <summary>Time since a token was last asked for.</summary>
    public TimeSpan Idle => time.GetElapsedTime(_refilled);

    public bool TryTake()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(options.BurstSize, _tokens + (time.GetElapsedTime(_refilled, now).TotalSeconds * options.Rate));
            _refilled = now;
            if (_tokens < 1) return false;
            _tokens--;
            return true;
        }
    }
}
