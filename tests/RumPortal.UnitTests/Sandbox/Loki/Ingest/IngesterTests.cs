using System.Text;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Ingest;

namespace RumPortal.UnitTests.Sandbox.Loki.Ingest;

public sealed class IngesterTests
{
    private static readonly LabelSet Shop = LabelSet.Of(("app", "shop"));

    [Theory]
    [InlineData("app=shop", "shop")]
    [InlineData("job=runner,container=box", "box")]
    [InlineData("app_name=portal,name=other", "portal")]
    [InlineData("service_name=given,app=shop", "given")]
    [InlineData("kind=log", "unknown_service")]
    public void Stream_WithoutAServiceName_TakesItFromAnotherLabel(string labels, string expected)
    {
        var loki = new LokiBackend();

        loki.Ingester.Push(Request(LabelSet.Of(labels.Split(',').Select(pair => new Label(pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]))), "line"));

        Assert.Equal(expected, Assert.Single(loki.Store.Select([])).Labels.ValueOrEmpty("service_name"));
    }

    [Fact]
    public void Push_WithoutStreams_IsRefused()
    {
        var error = Assert.Throws<PushException>(() => new LokiBackend().Ingester.Push(new([])));

        Assert.Equal((422, "error at least one valid stream is required for ingestion"), (error.Status, error.Message));
    }

    public static TheoryData<LabelSet, string, string> Refusals => new()
    {
        { LabelSet.Empty, "line", "error at least one label pair is required per stream" },
        { LabelSet.Of(("a-b", "1")), "line", "error parsing labels '{a-b=\"1\"}' with error: invalid label name \"a-b\"" },
        { LabelSet.Of(("longlonglong", "1")), "line", "stream '{longlonglong=\"1\"}' has label name too long: 'longlonglong'" },
        { LabelSet.Of(("a", "longlonglonglong")), "line", "stream '{a=\"longlonglonglong\"}' has label value too long: 'longlonglonglong'" },
        { LabelSet.Of(("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")), "line", "entry for stream '{a=\"1\", b=\"2\", c=\"3\", d=\"4\"}' has 4 label names; limit 3" },
        { Shop, "a line of 21 bytes...", "Max entry size '20' bytes exceeded for stream '{app=\"shop\"}' while adding an entry with length '21' bytes" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Push_BeyondALimit_IsRefusedAndCounted(LabelSet labels, string line, string expected)
    {
        var loki = new LokiBackend(new LokiOptions { MaxLabelNames = 3, MaxLabelNameLength = 8, MaxLabelValueLength = 12, MaxLineSize = 20 });

        var error = Assert.Throws<PushException>(() => loki.Ingester.Push(Request(labels, line)));

        Assert.Equal((400, expected), (error.Status, error.Message));
        Assert.Equal((0L, 1L), (loki.Store.Entries, loki.Ingester.RefusedLines));
    }

    [Fact]
    public void Push_PartlyWrong_StoresTheRest()
    {
        var loki = new LokiBackend(new LokiOptions { MaxLineSize = 5 });

        var error = Assert.Throws<PushException>(() => loki.Ingester.Push(Request(Shop, "short", "too long", "fine", "too lang")));

        Assert.Equal("2 errors like: Max entry size '5' bytes exceeded for stream '{app=\"shop\"}' while adding an entry with length '8' bytes", error.Message);
        Assert.Equal((2L, 2L), (loki.Store.Entries, loki.Ingester.RefusedLines));
    }

    [Fact]
    public void Push_OfTooManyStreams_IsRateLimited()
    {
        var loki = new LokiBackend(new LokiOptions { MaxStreams = 1 });
        loki.Ingester.Push(Request(Shop, "first"));

        var error = Assert.Throws<PushException>(() => loki.Ingester.Push(Request(LabelSet.Of(("app", "docs")), "second")));

        Assert.Equal(429, error.Status);
        Assert.StartsWith("Maximum active stream limit exceeded when trying to create stream {app=\"docs\", service_name=\"docs\"}", error.Message, StringComparison.Ordinal);
        loki.Ingester.Push(Request(Shop, "more of the first"));
        Assert.Equal(2, loki.Store.Entries);
    }

    [Fact]
    public void Push_OfTooMuchMetadata_IsRefused()
    {
        var loki = new LokiBackend(new LokiOptions { MaxStructuredMetadataSize = 10, MaxStructuredMetadataEntries = 1 });

        Assert.StartsWith("stream '{app=\"shop\"}' has structured metadata too large: '11' bytes, limit: '10' bytes.", Refused(LabelSet.Of(("id", "123456789"))), StringComparison.Ordinal);
        Assert.StartsWith("stream '{app=\"shop\"}' has too many structured metadata labels: '2', limit: '1'.", Refused(LabelSet.Of(("a", "1"), ("b", "2"))), StringComparison.Ordinal);

        string Refused(LabelSet metadata) =>
            Assert.Throws<PushException>(() => loki.Ingester.Push(new([new(Shop, [new(1, "line"u8.ToArray(), metadata)])]))).Message;
    }

    [Theory]
    [InlineData(-7 * 24 * 3600 - 1, "entry for stream '{app=\"shop\"}' has timestamp too old: 2026-11-16T11:59:59Z, oldest acceptable timestamp is: 2026-11-16T12:00:00Z")]
    [InlineData(601, "entry for stream '{app=\"shop\"}' has timestamp too new: 2026-11-23T12:10:01Z")]
    [InlineData(-7 * 24 * 3600 + 1, null)]
    [InlineData(600, null)]
    public void Line_OfAnotherTime_IsRefusedWhenAsked(int seconds, string? expected)
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var timestamp = ((clock.GetUtcNow().AddSeconds(seconds) - DateTimeOffset.UnixEpoch).Ticks * 100);
        var request = new PushRequest([new(Shop, [new(timestamp, "line"u8.ToArray(), LabelSet.Empty)])]);
        new LokiBackend(clock: clock).Ingester.Push(request);
        var strict = new LokiBackend(new LokiOptions { RejectOldSamples = true }, clock);

        if (expected is null) strict.Ingester.Push(request);
        else Assert.Equal(expected, Assert.Throws<PushException>(() => strict.Ingester.Push(request)).Message);
    }

    private static PushRequest Request(LabelSet labels, params string[] lines) =>
        new([new(labels, [.. lines.Select((line, i) => new PushEntry(i + 1, Encoding.UTF8.GetBytes(line), LabelSet.Empty))])]);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
