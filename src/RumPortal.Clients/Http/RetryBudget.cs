namespace RumPortal.Clients.Http;

/// <summary>
/// Keeps retries from making a failing backend's day worse: in any minute at most a tenth of the calls of that minute may be repeated, and
/// always at least one.
/// </summary>
internal sealed class RetryBudget(TimeProvider time)
{
    private const int Seconds = 60;
    private const int CallsForARetry = 10;

    private readonly int[] _calls = new int[Seconds];
    private readonly int[] _retries = new int[Seconds];
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private long _now;

    public void CountCall()
    {
        lock (_lock)
        {
            Advance();
            _calls[_now % Seconds]++;
        }
    }

    /// <summary>Takes one retry out of the budget; false when it is spent.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            Advance();
            if (_retries.Sum() >= Math.Max(1, _calls.Sum() / CallsForARetry)) return false;
            _retries[_now % Seconds]++;
            return true;
        }
    }

    private void Advance()
    {
        var now = (long)time.GetElapsedTime(_start).TotalSeconds;
        for (var i = Math.Max(_now + 1, now - Seconds + 1); i <= now; i++) _calls[i % Seconds] = _retries[i % Seconds] = 0;
        _now = Math.Max(_now, now);
    }
}
