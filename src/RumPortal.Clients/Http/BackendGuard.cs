using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace RumPortal.Clients.Http;

/// <summary>
/// Stands between all calls of the process to one backend and that backend. A call that met a passing failure (429, 500, 502, 503) is
/// repeated at most once, after the time that the backend asks for or a short random one, while the <see cref="RetryBudget"/> lasts. When
/// calls keep failing (five or more in 30 s, half of them or more) further ones fail at once, and one in 10 s is let through to see.
/// </summary>
internal sealed class BackendGuard
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly RetryBudget _budget;
    private readonly ResiliencePipeline<BackendResponse> _pipeline;
    private readonly TimeProvider _time;

    public BackendGuard(TimeProvider time)
    {
        _time = time;
        _budget = new RetryBudget(time);
        _pipeline = new ResiliencePipelineBuilder<BackendResponse> { TimeProvider = time }
            .AddRetry(Retry())
            .AddCircuitBreaker(Breaker())
            .Build();
    }

    /// <summary>Runs a call under guard.</summary>
    /// <exception cref="BrokenCircuitException">Calls are held back.</exception>
    public async ValueTask<BackendResponse> RunAsync(
        Func<CancellationToken, ValueTask<BackendResponse>> call, CancellationToken cancellation)
    {
        _budget.CountCall();
        return await _pipeline.ExecuteAsync(call, cancellation);
    }

    private RetryStrategyOptions<BackendResponse> Retry() => new()
    {
        MaxRetryAttempts = 1,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.AttemptNumber == 0
            && arguments.Outcome.Result is { } response
            && response.IsPassingFailure
            && (response.RetryAfter(_time) ?? TimeSpan.Zero) <= LongestWait
            && _budget.TryTake()),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(arguments.Outcome.Result?.RetryAfter(_time) ?? SomeTime()),
        OnRetry = arguments =>
        {
            arguments.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    // Random, so that calls that failed together do not come back together.
    private static TimeSpan SomeTime() => TimeSpan.FromMilliseconds(Random.Shared.Next(300, 1000));

    private static CircuitBreakerStrategyOptions<BackendResponse> Breaker() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 5,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(10),
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
        {
            { Exception: OperationCanceledException } => false,
            { Exception: not null } => true,
            { Result: { } response } => response.IsPassingFailure,
            _ => false,
        }),
    };
}
