namespace RumPortal.EndToEndTests.Browsing;

/// <summary>A test with browsers. Each visit must end without an alarm; what a failed test saw is left as <see cref="Evidence"/>.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncDisposable
{
    private readonly List<Visit> _visits = [];

    protected async Task<Visit> VisitAsync(VisitOptions options)
    {
        var visit = await chromium.VisitAsync(options);
        _visits.Add(visit);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var alarms = _visits.SelectMany(visit => visit.Alarms).ToList();
        var failed = alarms.Count > 0 || TestContext.Current.TestState?.Result == TestResult.Failed;
        for (var i = 0; i < _visits.Count; i++) await _visits[i].EndAsync(failed ? EvidencePath(i) : null);
        await EndAsync();
        Assert.True(alarms.Count == 0, string.Join("\n", alarms));
    }

    /// <summary>Ends what a test class started, after the browsers have left it.</summary>
    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    // A theory is several tests of one method.
    private static string EvidencePath(int visit) => Evidence.PathOf(
        $"{TestContext.Current.TestClass?.TestClassSimpleName}.{TestContext.Current.TestMethod?.MethodName}.{TestContext.Current.Test?.UniqueID[..6]}.{visit}");
}
