using RumPortal.Clients.Http;
using RumPortal.Domain.Apps;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Vitals;
using RumPortal.Sandbox.Faults;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>What viewers share, and what not: the second of two asks while Loki answers nothing but errors.</summary>
public sealed class SharedReadTests : IAsyncLifetime
{
    private static readonly VitalsQuestion Question = new(PortalReaders.Range, "owned-app", null, []);
    private static readonly ViewerScope Owner = Viewers.Of("owned-app", "silent-app");

    private PortalReaders _readers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _readers = await PortalReaders.StartAsync();

    public ValueTask DisposeAsync() => _readers.DisposeAsync();

    [Fact]
    public async Task Reports_OfTheSameQuestion_AreReadOnce()
    {
        var reader = _readers.Get<VitalReportsReader>();
        var first = await reader.ReadAsync(Owner, Question, "lcp", Cancellation);
        BreakLoki();

        var second = await reader.ReadAsync(Viewers.Of("owned-app"), Question, "lcp", Cancellation);

        Assert.Same(first, second);
        await Assert.ThrowsAsync<BackendException>(() => reader.ReadAsync(Owner, Question, "cls", Cancellation));
    }

    [Fact]
    public async Task Choices_OfAnotherViewer_AreNotShared()
    {
        var reader = _readers.Get<FilterChoiceReader>();
        var filter = new ViewFilter();
        var first = await reader.ReadAsync(Owner, filter, PortalReaders.Range, []);
        BreakLoki();

        var same = await reader.ReadAsync(Owner, filter, PortalReaders.Range, []);
        var other = await reader.ReadAsync(Viewers.Of("foreign-app"), filter, PortalReaders.Range, []);

        Assert.Equal(first.WhyEmpty, same.WhyEmpty);
        Assert.NotEqual(first.WhyEmpty, other.WhyEmpty);
    }

    private void BreakLoki() => _readers.Loki.Faults.Add(new Fault { Status = 400, Body = "broken" });
}
