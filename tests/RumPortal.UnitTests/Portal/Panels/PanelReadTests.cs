using Microsoft.Extensions.Logging;
using RumPortal.Clients.Http;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Panels;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Panels;

public sealed class PanelReadTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly BackendException Down = new(Backend.Loki, "read lines", BackendFault.Unreachable, "Loki cannot be reached.");

    private readonly RecordedLog _log = new();
    private readonly PanelRead<string> _read;
    private int _changes;

    public PanelReadTests() => _read = new PanelRead<string>(() =>
    {
        _changes++;
        return Task.CompletedTask;
    }, new FixedTime(Now), _log);

    public void Dispose() => _read.Dispose();

    [Fact]
    public async Task Start_OfARead_ShowsItsAnswerWhenItIsThere()
    {
        var answer = new TaskCompletionSource<Answer<string>>();

        var running = _read.StartAsync(_ => answer.Task);
        Assert.True(_read is { IsReading: true, IsReadingOn: false, Answer: null, Failure: null });
        answer.SetResult(Of("first"));
        await running;

        Assert.Equal(("first", Now), (_read.Answer?.Value, _read.AnsweredAt));
        Assert.False(_read.IsReading);
        Assert.Equal(3, _changes);
    }

    [Fact]
    public async Task StartMany_OfAGrowingAnswer_ShowsEachInItsTurn()
    {
        var (seen, gate) = (new List<string?>(), new SemaphoreSlim(0));
        async IAsyncEnumerable<Answer<string>> Grow()
        {
            yield return Of("1");
            await gate.WaitAsync(TestContext.Current.CancellationToken);
            yield return Of("1 2");
        }

        var running = _read.StartManyAsync(_ => Grow());
        seen.Add(_read.Answer?.Value);
        Assert.True(_read.IsReadingOn);
        gate.Release();
        await running;
        seen.Add(_read.Answer?.Value);

        Assert.Equal(["1", "1 2"], seen);
        Assert.False(_read.IsReadingOn);
    }

    [Fact]
    public async Task Start_OfANewQuestion_CancelsTheOldOneAndHidesItsLateAnswer()
    {
        var (late, token) = (new TaskCompletionSource<Answer<string>>(), CancellationToken.None);
        var old = _read.StartAsync(cancellation =>
        {
            token = cancellation;
            return late.Task;
        });

        await _read.StartAsync(_ => Task.FromResult(Of("new")));
        Assert.True(token.IsCancellationRequested);
        late.SetResult(Of("old"));
        await old;

        Assert.Equal("new", _read.Answer?.Value);
        Assert.False(_read.IsReading);
        Assert.Empty(_log.Entries);
    }

    [Fact]
    public async Task Start_OfANewQuestion_HidesTheOldOnesLateFailure()
    {
        var late = new TaskCompletionSource<Answer<string>>();
        var old = _read.StartAsync(_ => late.Task);
        var next = new TaskCompletionSource<Answer<string>>();
        var running = _read.StartAsync(_ => next.Task);

        late.SetException(Down);
        await old;

        Assert.True(_read is { IsReading: true, Failure: null });
        next.SetResult(Of("new"));
        await running;
        Assert.Equal("new", _read.Answer?.Value);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "kept")]
    public async Task Start_AfterAnAnswer_KeepsItOnlyForARefresh(bool keep, string? shown)
    {
        await _read.StartAsync(_ => Task.FromResult(Of("kept")));
        var next = new TaskCompletionSource<Answer<string>>();

        var running = _read.StartAsync(_ => next.Task, keep);
        Assert.Equal((shown, shown is null ? (DateTimeOffset?)null : Now), (_read.Answer?.Value, _read.AnsweredAt));
        next.SetResult(Of("fresh"));
        await running;

        Assert.Equal("fresh", _read.Answer?.Value);
    }

    [Fact]
    public async Task Start_ThatFailsAtTheBackend_LeavesTheLastAnswerAndSaysSo()
    {
        await _read.StartAsync(_ => Task.FromResult(Of("last")));

        await _read.StartAsync(_ => Task.FromException<Answer<string>>(Down), keep: true);

        Assert.Equal(("last", PanelFailure.Of(Down)), (_read.Answer?.Value, _read.Failure));
        Assert.False(_read.IsReading);
        Assert.Equal([(LogLevel.Warning, Down)], _log.Entries);
    }

    [Fact]
    public async Task Replace_UntilItsAnswerIsThere_ShowsTheLastOne()
    {
        var answer = new TaskCompletionSource<Answer<string>>();
        await _read.StartAsync(_ => Task.FromResult(Of("of the day")));

        var running = _read.ReplaceAsync(_ => answer.Task);
        Assert.True(_read is { IsReadingOn: true, Answer.Value: "of the day" });
        answer.SetResult(Of("of the hour"));
        await running;

        Assert.Equal("of the hour", _read.Answer?.Value);
    }

    [Fact]
    public async Task Replace_ThatFails_LeavesNothingThatAnsweredAnotherQuestion()
    {
        await _read.StartAsync(_ => Task.FromResult(Of("of the day")));

        await _read.ReplaceAsync(_ => throw Down);

        Assert.Null(_read.Answer);
        Assert.Null(_read.AnsweredAt);
        Assert.Equal(PanelFailure.Of(Down), _read.Failure);
    }

    [Fact]
    public async Task StartMany_ThatFailsInTheMidst_LeavesWhatWasThere()
    {
        static async IAsyncEnumerable<Answer<string>> Break()
        {
            yield return Of("1");
            await Task.Yield();
            throw Down;
        }

        await _read.StartManyAsync(_ => Break());

        Assert.Equal(("1", PanelFailure.Of(Down)), (_read.Answer?.Value, _read.Failure));
    }

    public static TheoryData<Exception> Faults => [new InvalidOperationException("secret"), new KeyNotFoundException(), new OperationCanceledException("not ours"), new HttpRequestException()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Start_ThatFailsInThePortal_TellsNothingOfTheFault(Exception fault)
    {
        await _read.StartAsync(_ => Task.FromException<Answer<string>>(fault));

        Assert.Equal(PanelFailure.OfPortal(), _read.Failure);
        Assert.Equal([(LogLevel.Error, fault)], _log.Entries);
    }

    [Fact]
    public async Task Start_ThatThrowsAtOnce_IsAFailureToo()
    {
        await _read.StartAsync(_ => throw Down);

        Assert.Equal(PanelFailure.Of(Down), _read.Failure);
    }

    [Fact]
    public async Task Start_AfterAFailure_ForgetsIt()
    {
        await _read.StartAsync(_ => Task.FromException<Answer<string>>(Down));

        await _read.StartAsync(_ => Task.FromResult(Of("well")));

        Assert.Equal(("well", null), (_read.Answer?.Value, _read.Failure));
    }

    [Fact]
    public async Task Dispose_OfARead_CancelsItInSilence()
    {
        var running = _read.StartAsync(async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return Of("never");
        });

        _read.Dispose();
        await running;

        Assert.True(_read is { Answer: null, Failure: null });
        Assert.Empty(_log.Entries);
        Assert.Equal(1, _changes);
    }

    [Fact]
    public async Task Dispose_BeforeALateAnswer_ShowsNothingOfIt()
    {
        var late = new TaskCompletionSource<Answer<string>>();
        var running = _read.StartAsync(_ => late.Task);

        _read.Dispose();
        late.SetResult(Of("late"));
        await running;

        Assert.Null(_read.Answer);
        Assert.Equal(1, _changes);
    }

    private static Answer<string> Of(string value) => new(value, []);
}
