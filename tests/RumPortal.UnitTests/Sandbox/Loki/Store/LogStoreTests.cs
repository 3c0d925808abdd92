using System.Text;
using Microsoft.Extensions.Logging;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.UnitTests.Sandbox.Loki.Store;

public sealed class LogStoreTests
{
    private const long HalfHour = 30L * 60 * 1_000_000_000;
    private static readonly LabelSet Shop = LabelSet.Of(("app", "shop"));
    private static readonly LabelSet Docs = LabelSet.Of(("app", "docs"));

    [Fact]
    public void Lines_AddedInAnyOrder_AreReadByTimeAndThenByArrival()
    {
        var store = new LogStore(1 << 20);
        foreach (var (time, line) in new[] { (5L, "five"), (1L, "one"), (3L, "three"), (1L, "one again"), (HalfHour, "later"), (-1L, "before 1970"), (4L, "four") })
            store.Add(Shop, time, Encoding.UTF8.GetBytes(line), LabelSet.Empty);

        Assert.Equal(["before 1970", "one", "one again", "three", "four", "five", "later"], Lines(store, Shop, long.MinValue, long.MaxValue));
        Assert.Equal(["one", "one again", "three"], Lines(store, Shop, 1, 4));
        Assert.Equal([], Lines(store, Shop, 6, HalfHour));
    }

    [Fact]
    public void Line_AddedTwice_IsStoredOnce()
    {
        var store = new LogStore(1 << 20);

        Assert.True(store.Add(Shop, 1, "line"u8, LabelSet.Empty));
        Assert.False(store.Add(Shop, 1, "line"u8, LabelSet.Of(("session_id", "s1"))));
        Assert.True(store.Add(Shop, 2, "line"u8, LabelSet.Empty));
        Assert.True(store.Add(Shop, 1, "another"u8, LabelSet.Empty));
        Assert.True(store.Add(Docs, 1, "line"u8, LabelSet.Empty));
        Assert.Equal((4L, 2), (store.Entries, store.StreamCount));
    }

    [Fact]
    public void Segments_HandedOut_StayAsTheyAreUnderLaterWrites()
    {
        var store = new LogStore(1 << 20);
        for (var time = 10; time <= 1000; time += 10) store.Add(Shop, time, Encoding.UTF8.GetBytes($"line {time}"), LabelSet.Empty);
        var segments = Read(store, Shop, 0, long.MaxValue);
        var before = Texts(segments);

        for (var time = 1005; time > 0; time -= 10) store.Add(Shop, time, "between"u8, LabelSet.Empty);

        Assert.Equal(before, Texts(segments));
        Assert.Equal(201, Lines(store, Shop, 0, long.MaxValue).Length);
    }

    [Fact]
    public void Lines_LargerThanAPage_KeepTheirBytes()
    {
        var store = new LogStore(64 << 20);
        string[] lines = [.. new[] { 0, 1, 4_000, 300_000, 2_000_000, 5 }.Select((length, i) => new string((char)('a' + i), length))];
        for (var i = 0; i < lines.Length; i++) store.Add(Shop, i, Encoding.UTF8.GetBytes(lines[i]), LabelSet.Empty);

        Assert.Equal(lines, Lines(store, Shop, 0, long.MaxValue));
    }

    [Fact]
    public void Store_AtItsBound_DropsTheOldestLinesOfAllStreamsAndSaysSo()
    {
        var log = new RecordingLogger();
        var store = new LogStore(100_000, log);
        // New lines first, so that age decides and not arrival.
        for (var i = 999; i >= 0; i--) store.Add(i % 2 == 0 ? Shop : Docs, i * HalfHour, Encoding.UTF8.GetBytes($"{i:d4} {new string('x', 95)}"), LabelSet.Empty);

        string[] kept = [.. Lines(store, Shop, 0, long.MaxValue).Concat(Lines(store, Docs, 0, long.MaxValue)).Order(StringComparer.Ordinal)];
        Assert.InRange(store.Size, 90_000, 100_000);
        Assert.Equal(1000, store.Entries + store.EvictedEntries);
        Assert.Equal(kept.Length, store.Entries);
        Assert.Equal(Enumerable.Range(400, 600).Select(i => $"{i:d4}"), kept[^600..].Select(line => line[..4]));
        Assert.StartsWith("The log store is full at 100000 bytes: dropped its ", log.Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Store_FilledWithinHalfAnHour_KeepsItsNewestLines()
    {
        var store = new LogStore(100_000);
        for (var i = 0; i < 2_000; i++) store.Add(Shop, i, Encoding.UTF8.GetBytes($"{i:d4} {new string('x', 45)}"), LabelSet.Empty);

        var lines = Lines(store, Shop, 0, long.MaxValue);
        Assert.InRange(lines.Length, 900, 1_100);
        Assert.Equal([.. Enumerable.Range(2_000 - lines.Length, lines.Length).Select(i => $"{i:d4}")], lines.Select(line => line[..4]));
    }

    [Fact]
    public void Stream_ThatLostItsLastLine_IsGone()
    {
        var store = new LogStore(10_000);
        store.Add(Docs, 0, "old"u8, LabelSet.Empty);
        for (var i = 1; i < 100; i++) store.Add(Shop, i * HalfHour, new byte[500], LabelSet.Empty);

        Assert.Equal([Shop], store.Select([]).Select(stream => stream.Labels));
        Assert.True(store.Add(Docs, 100 * HalfHour, "again"u8, LabelSet.Empty));
        Assert.Equal(["again"], Lines(store, Docs, 0, long.MaxValue));
    }

    [Fact]
    public void Metadata_OfManyDistinctSets_CountsTowardsTheBound()
    {
        var store = new LogStore(1 << 20);
        for (var i = 0; i < 100; i++) store.Add(Shop, i, "x"u8, LabelSet.Of(("trace", $"{i} {new string('t', 60_000)}")));

        Assert.InRange(store.Size, 500_000, 1 << 20);
        Assert.Equal(100, store.Entries + store.EvictedEntries);
    }

    [Fact]
    public async Task Readers_BesideAWriterAndEviction_SeeSortedLines()
    {
        var store = new LogStore(200_000);
        var cancelled = TestContext.Current.CancellationToken;
        var writer = Task.Run(
            () =>
            {
                var random = new Random(1);
                for (var i = 0; i < 20_000; i++) store.Add(i % 3 == 0 ? Docs : Shop, (i * HalfHour / 500) + random.Next(-1_000, 1_000), Encoding.UTF8.GetBytes($"{i}"), LabelSet.Empty);
            },
            cancelled);
        while (!writer.IsCompleted)
            foreach (var stream in store.Select([]))
            {
                var times = stream.Read(long.MinValue, long.MaxValue).SelectMany(segment => segment).Select(entry => entry.Timestamp).ToList();
                Assert.Equal(times.Order(), times);
            }

        await writer;
        Assert.Equal(20_000, store.Entries + store.EvictedEntries);
        Assert.True(store.EvictedEntries > 0);
    }

    private static IReadOnlyList<ArraySegment<LogEntry>> Read(LogStore store, LabelSet labels, long from, long to) =>
        store.Select([]).Single(stream => stream.Labels == labels).Read(from, to);

    private static string[] Lines(LogStore store, LabelSet labels, long from, long to) => Texts(Read(store, labels, from, to));

    private static string[] Texts(IReadOnlyList<ArraySegment<LogEntry>> segments) => [.. segments.SelectMany(segment => segment).Select(entry => Encoding.UTF8.GetString(entry.Line))];

    private sealed class RecordingLogger : ILogger
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Messages.Add(formatter(state, exception));
    }
}
