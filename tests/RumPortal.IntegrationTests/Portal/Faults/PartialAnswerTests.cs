using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RumPortal.IntegrationTests.Clients;

namespace RumPortal.IntegrationTests.Portal.Faults;

/// <summary>Loki fails at one of several questions, or in the middle of an answer: what there is, is shown and said to be a part.</summary>
public sealed class PartialAnswerTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { BaseAddress = recorded.Sandbox.Urls.Loki };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task List_CountersFail_StillNamesTheSessions()
    {
        await using var loki = await StartProxyAsync((query, answer) =>
            query.Contains("count_over_time", StringComparison.Ordinal) ? null : answer);
        await using var portal = await recorded.StartAnotherAsync(loki.Url);

        var whole = await recorded.GetAsync($"/api/v1/sessions?{RecordedPortal.Range}&limit=5");
        var part = await ApiAnswer.OfAsync(portal, $"/api/v1/sessions?{RecordedPortal.Range}&limit=5");

        Assert.Equal((HttpStatusCode.OK, "False"), (part.Status, part.Text("complete")));
        Assert.Equal(Ids(whole), Ids(part.Body));
        Assert.NotEmpty(part.Text("next")!);
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Session_BrokenOffInTheMiddle_ShowsWhatCame()
    {
        var path = $"/api/v1/sessions/shop-web/{RecordedSessions.LongestOf("shop-web")}?{RecordedPortal.Range}&include=line";
        await using var loki = await StartProxyAsync((_, answer) => answer[..(answer.Length / 2)]);
        await using var portal = await recorded.StartAnotherAsync(loki.Url);

        var whole = (await recorded.GetAsync(path)).GetProperty("events").EnumerateArray().Select(Line).ToList();
        var part = await ApiAnswer.OfAsync(portal, path);

        Assert.Equal((HttpStatusCode.OK, "False"), (part.Status, part.Text("complete")));
        var lines = part.Body.GetProperty("events").EnumerateArray().Select(Line).ToList();
        Assert.InRange(lines.Count, 1, whole.Count - 1);
        Assert.Subset(whole.ToHashSet(), lines.ToHashSet());
        Assert.Empty(portal.Faults);
    }

    /// <summary>Stands before the sandbox's Loki.</summary>
    /// <param name="change">From query and answer to what is passed on: null is a failure, less a connection that breaks.</param>
    private Task<StubServer> StartProxyAsync(Func<string, byte[], byte[]?> change) => StubServer.StartAsync(async context =>
    {
        using var response = await _http.GetAsync(context.Request.Path + context.Request.QueryString, context.RequestAborted);
        var answer = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        var passed = change(context.Request.Query["query"].ToString(), answer);
        context.Response.StatusCode = passed is null ? StatusCodes.Status500InternalServerError : (int)response.StatusCode;
        if (passed is null) return;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        // More is announced than comes; the server then closes the connection, behind what was written.
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(passed, context.RequestAborted);
    });

    private static List<string?> Ids(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())];

    private static string? Line(JsonElement happened) => happened.GetProperty("line").GetString();
}
