using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Testing.Conformance;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>The client over the answers of a real Loki, sent again as they were recorded.</summary>
public sealed class KitAnswerTests
{
    public static TheoryData<string> Answers => [.. KitAnswers.All.Where(answer => answer.Status == 200).Select(answer => answer.Id)];

    public static TheoryData<string> Errors => [.. KitAnswers.All.Where(answer => answer.Status != 200).Select(answer => answer.Id)];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Client_OfARecordedAnswer_ReadsAllOfIt(string id)
    {
        var answer = KitAnswers.Get(id);
        await using var server = await StubServer.StartAsync(answer.Status, answer.Body, answer.ContentType);
        await using var clients = new LokiClients(server.Url);

        Assert.Equal(CountIn(answer), await ReadAsync(clients.Loki, answer));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Client_OfARecordedError_SaysWhatIsWrong(string id)
    {
        var answer = KitAnswers.Get(id);
        await using var server = await StubServer.StartAsync(context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (answer.Status, answer.ContentType);
            return context.Response.WriteAsync(answer.Body);
        });
        await using var clients = new LokiClients(server.Url);

        var failure = await Assert.ThrowsAsync<BackendException>(() => ReadAsync(clients.Loki, answer));
        Assert.Equal(answer.Status, failure.Status);
        Assert.Equal(answer.Body.Trim(), failure.Detail);
        Assert.Contains(failure.Fault, new[] { BackendFault.BadQuery, BackendFault.LimitExceeded, BackendFault.NotFound });
    }

    private static async Task<int> ReadAsync(LokiClient loki, KitAnswer answer)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return answer switch
        {
            { ResultType: "streams" } => (await loki.ReadPageAsync(LokiAnswers.Lines with { PageSize = 5000 }, cancellation)).Records.Count,
            { ResultType: not null } => (await loki.QueryAsync(LokiAnswers.Count, LokiAnswers.Range.To, cancellation)).Series.Sum(series => series.Samples.Length),
            _ => (await loki.LabelsAsync(LokiAnswers.Range, null, cancellation)).Length,
        };
    }

    private static int CountIn(KitAnswer answer)
    {
        if (!answer.Root.TryGetProperty("data", out var data)) return 0;
        if (answer.ResultType is null) return data.GetArrayLength();
        if (answer.ResultType == "scalar") return 1;
        return data.GetProperty("result").EnumerateArray().Sum(item => item.TryGetProperty("values", out var values) ? values.GetArrayLength() : 1);
    }
}
