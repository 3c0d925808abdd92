using RumPortal.Testing.Loki;

namespace RumPortal.IntegrationTests.Sandbox.Loki;

/// <summary>The recorded answers of a real Loki 3.7.6, by the recorded lines pushed through the API.</summary>
public sealed class LokiConformanceTests(RecordedLoki loki) : IClassFixture<RecordedLoki>
{
    public static TheoryData<string> Ids => [.. LokiCase.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answer_ToARecordedRequest_IsTheRecordedOne(string id)
    {
        var difference = await LokiComparison.CheckAsync(loki.Server.Client, LokiCase.All[id], TestContext.Current.CancellationToken);

        Assert.Null(difference);
    }

    [Fact]
    public void Push_OfTheRecordedLines_StoresEachOnce()
    {
        Assert.Equal(6_315, loki.PushedLines);
        Assert.Equal(6_315, loki.Server.Backend.Store.Entries);
    }
}
