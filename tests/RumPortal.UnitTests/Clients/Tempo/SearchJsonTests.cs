using System.Text.Json;
using RumPortal.Clients.Tempo;
using RumPortal.Domain.Traces;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class SearchJsonTests
{
    [Fact]
    public void Answer_WithEveryMember_IsReadWhole()
    {
        var part = Read("""
            {"traces":[{"traceID":"af7651916cd43dd8448eb211c80319c","rootServiceName":"shop-web","rootTraceName":"HTTP GET",
              "startTimeUnixNano":"1760000000100000000","durationMs":312,
              "spanSet":{"spans":[{"spanID":"b7ad6b7169203331"}],"matched":9},
              "spanSets":[{"spans":[{"spanID":"b7ad6b7169203331","name":"HTTP GET","startTimeUnixNano":"1760000000100000000","durationNanos":"300000000",
                "attributes":[{"key":"service.name","value":{"stringValue":"shop-web"}},{"key":"status","value":{"stringValue":"error"}}]}],"matched":1},
                {"spans":[{"spanID":"0000000000000001"},{"spanID":"b7ad6b7169203331"}],"matched":2}],
              "serviceStats":{"shop-web":{"spanCount":4},"cart":{"spanCount":7,"errorCount":1}}}],
             "metrics":{"inspectedTraces":120,"inspectedBytes":"3811736","totalBlocks":3,"completedJobs":11,"totalJobs":12}}
            """);

        var trace = Assert.Single(part.Traces);
        Assert.Equal(
            ("0af7651916cd43dd8448eb211c80319c", "shop-web", "HTTP GET", 1_760_000_000_100_000_000, TimeSpan.FromMilliseconds(312), 3),
            (trace.Id.ToString(), trace.RootService, trace.RootName, trace.Start, trace.Duration, trace.Matched));
        Assert.Equal(["b7ad6b7169203331 HTTP GET 300000000 error", "0000000000000001  0 "], trace.Spans.Select(span => $"{span.Id} {span.Name} {span.Duration} {span.Attributes.Text("status")}"));
        Assert.Equal([new ServiceSpans("shop-web", 4, 0), new ServiceSpans("cart", 7, 1)], trace.Services);
        Assert.Equal((0, null, 11, 12, 3_811_736), (part.Unreadable, part.LeftOut, part.CompletedJobs, part.TotalJobs, part.Bytes));
    }

    [Theory]
    [InlineData("""{"traces":[{"traceID":"1","rootServiceName":"<root span not yet received>"}]}""")]
    [InlineData("""{"traces":[{"traceID":"00000000000000000000000000000001","rootServiceName":"","rootTraceName":""}]}""")]
    [InlineData("""{"traces":[{"traceID":"1"}]}""")]
    public void Trace_WithoutARoot_HasNoneAndAPaddedId(string body)
    {
        var trace = Assert.Single(Read(body).Traces);

        Assert.Equal(("00000000000000000000000000000001", null, null, 0), (trace.Id.ToString(), trace.RootService, trace.RootName, trace.Matched));
        Assert.Empty(trace.Spans);
    }

    [Fact]
    public void Trace_OfAnOlderServer_HasItsOneSpanSet()
    {
        var trace = Assert.Single(Read("""{"traces":[{"traceID":"1","spanSet":{"spans":[{"spanID":"2"}],"matched":5}}]}""").Traces);

        Assert.Equal((5, "0000000000000002"), (trace.Matched, Assert.Single(trace.Spans).Id.ToString()));
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{"traces":null}""", 0)]
    [InlineData("""{"traces":[{"traceID":"xyz"},{},{"traceID":"0"}]}""", 3)]
    public void Answer_WithoutUsableTraces_CountsTheOthers(string body, int unreadable)
    {
        var part = Read(body);

        Assert.Empty(part.Traces);
        Assert.Equal((unreadable, null), (part.Unreadable, part.Bytes));
    }

    [Fact]
    public void Spans_WithoutAUsableId_AreTold()
    {
        var part = Read("""{"traces":[{"traceID":"1","spanSets":[{"spans":[{"spanID":"zz"},{"spanID":"2"}],"matched":2}]}]}""");

        Assert.Equal((1, "1 span has no usable id."), (Assert.Single(part.Traces).Spans.Length, part.LeftOut));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"traces":{}}""")]
    [InlineData("""{"traces":[{"traceID":"1","spanSets":[{"spans":{}}]}]}""")]
    public void Answer_OfAnotherShape_IsAnError(string body) => Assert.Throws<JsonException>(() => Read(body));

    public static TheoryData<string> RecordedSearches =>
        [.. KitAnswers.OfTempo.Where(answer => answer.Path == "/api/search" && answer.Status == 200).Select(answer => answer.Id)];

    [Theory]
    [MemberData(nameof(RecordedSearches))]
    public void RecordedSearch_OfTempo_IsReadWhole(string id)
    {
        var answer = KitAnswers.OfTempo.Single(answer => answer.Id == id);

        var part = SearchJson.Read(answer.Root);

        Assert.Equal(answer.Root.GetProperty("traces").GetArrayLength(), part.Traces.Length);
        Assert.Equal((0, null), (part.Unreadable, part.LeftOut));
        Assert.All(part.Traces, trace => Assert.True(trace.Start > 0 && trace.RootService is not null && trace.Spans.Length > 0 && trace.Matched >= trace.Spans.Length));
    }

    private static SearchPart Read(string body) => SearchJson.Read(JsonDocument.Parse(body).RootElement);
}
