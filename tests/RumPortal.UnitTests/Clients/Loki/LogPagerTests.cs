using System.Globalization;
using System.Text;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients.Loki;

/// <summary>Paging against a store in memory that answers ranges, limits and directions as Loki does.</summary>
public sealed class LogPagerTests
{
    private const long Origin = 1_795_132_800_000_000_000;

    private static readonly LogQuery Query = new(new StreamSelector(LabelMatcher.Is("a", "b")));
    private static readonly TimeRange Range = new(DateTimeOffset.UnixEpoch.AddTicks(Origin / 100), DateTimeOffset.UnixEpoch.AddTicks(Origin / 100).AddHours(1));

    [Theory]
    [InlineData(LogDirection.Backward)]
    [InlineData(LogDirection.Forward)]
    public void Pages_OfAnyLines_HoldEachOnceAndInOrder(LogDirection direction)
    {
        var random = new Random(15);
        for (var round = 0; round < 300; round++)
        {
            var entries = RandomEntries(random);
            var request = new LogRequest(Query, Range) { Direction = direction, PageSize = random.Next(1, 12) };

            var pages = ReadAll(request, entries, mostEntries: 40, random);

            var read = pages.SelectMany(page => page.Records).ToList();
            Assert.Equal(entries.Select(entry => entry.Name).Order(), read.Select(record => record.ToString()).Order());
            var times = read.Select(record => record.ArrivalNanoseconds).ToList();
            Assert.Equal(direction == LogDirection.Forward ? times.Order() : times.OrderDescending(), times);
            Assert.All(pages.SkipLast(1), page => Assert.Equal(Completeness.More, page.Completeness));
            Assert.Equal((Completeness.Complete, null), (pages[^1].Completeness, pages[^1].Next));
        }
    }

    [Theory]
    [InlineData(LogDirection.Backward)]
    [InlineData(LogDirection.Forward)]
    public void Pages_OfMoreLinesInANanosecondThanLokiGives_SayThatSomeAreCut(LogDirection direction)
    {
        var entries = Enumerable.Range(0, 70).Select(i => new Entry(Origin + 500, i % 3, $"n{i}")).Append(new Entry(Origin + 100, 0, "old")).Append(new Entry(Origin + 900, 0, "new")).ToList();
        var request = new LogRequest(Query, Range) { Direction = direction, PageSize = 10 };

        var pages = ReadAll(request, entries, mostEntries: 40, new Random(1));

        Assert.Single(pages, page => page.Completeness == Completeness.Cut);
        var read = pages.SelectMany(page => page.Records).Select(record => record.ToString()).ToList();
        Assert.Equal(read.Distinct().Count(), read.Count);
        Assert.Contains("old", read);
        Assert.Contains("new", read);
        Assert.InRange(read.Count, 42, 71);
    }

    [Fact]
    public void Pages_OfEqualLinesInTwoStreams_KeepBoth()
    {
        var entries = new List<Entry> { new(Origin + 5, 0, "same"), new(Origin + 5, 1, "same"), new(Origin + 5, 2, "same"), new(Origin + 6, 0, "other") };

        var pages = ReadAll(new LogRequest(Query, Range) { PageSize = 1 }, entries, 40, new Random(3));

        Assert.Equal(["other", "same", "same", "same"], pages.SelectMany(page => page.Records).Select(record => record.ToString()));
    }

    [Theory]
    [InlineData(LogDirection.Backward)]
    [InlineData(LogDirection.Forward)]
    public void Reading_ThatStopsInThePage_GoesOnBehindTheLinesTaken(LogDirection direction)
    {
        var random = new Random(77);
        for (var round = 0; round < 100; round++)
        {
            var entries = RandomEntries(random);
            var request = new LogRequest(Query, Range) { Direction = direction, PageSize = 20 };
            var read = new List<string>();
            while (LogPager.Window(request, 100) is { } window)
            {
                var page = LogPager.Slice(request, window, Answer(entries, window, direction, random), 100);
                var taken = Math.Min(random.Next(1, 20), page.Records.Count);
                read.AddRange(page.Records.Take(taken).Select(record => record.ToString()));
                if (taken == page.Records.Count && page.Next is null) break;
                request = request with { After = PageCursor.Behind(page.Records, taken, request.After) };
            }
            Assert.Equal(entries.Select(entry => entry.Name).Order(), read.Order());
        }
    }

    [Fact]
    public void Window_OfACursorOutsideTheRange_IsNone()
    {
        var start = LokiCalls.Nanoseconds(Range.From);
        var end = LokiCalls.Nanoseconds(Range.To);

        Assert.Null(LogPager.Window(new LogRequest(Query, Range) { After = new PageCursor(start - 1, []) }, 5000));
        Assert.Null(LogPager.Window(new LogRequest(Query, Range) { After = new PageCursor(end, []), Direction = LogDirection.Forward }, 5000));
        Assert.Equal(new LogWindow(start, end, 500), LogPager.Window(new LogRequest(Query, Range) { After = new PageCursor(long.MaxValue, []) }, 5000));
        Assert.Equal(new LogWindow(start, end, 501), LogPager.Window(new LogRequest(Query, Range) { After = new PageCursor(0, [7]), Direction = LogDirection.Forward }, 5000));
        Assert.Equal(new LogWindow(start, end, 5000), LogPager.Window(new LogRequest(Query, Range) { PageSize = int.MaxValue }, 5000));
    }

    [Fact]
    public void Nanoseconds_OfAnyInstant_AreWhatLokiReadsAsSuch()
    {
        Assert.Equal(Origin, LokiCalls.Nanoseconds(Range.From));
        Assert.Equal(10_000_000_000, LokiCalls.Nanoseconds(DateTimeOffset.MinValue));
        Assert.Equal(long.MaxValue, LokiCalls.Nanoseconds(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Cursor_AsText_IsReadBack()
    {
        var cursor = new PageCursor(Origin, [ulong.MaxValue, 0, 42]);

        Assert.True(PageCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor.Nanosecond, read.Nanosecond);
        Assert.Equal(cursor.Known.AsEnumerable(), read.Known.AsEnumerable());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("????")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAA")]
    [InlineData("__________8")]
    [InlineData("\"} or {app=~\".+\"}")]
    public void Cursor_OfAnyOtherText_IsRefused(string? text) => Assert.False(PageCursor.TryParse(text, out _));

    private static List<LogSlice> ReadAll(LogRequest request, List<Entry> entries, int mostEntries, Random random)
    {
        var pages = new List<LogSlice>();
        while (LogPager.Window(request, mostEntries) is { } window)
        {
            var page = LogPager.Slice(request, window, Answer(entries, window, request.Direction, random), mostEntries);
            pages.Add(page);
            Assert.True(pages.Count < 500, "no progress");
            if (page.Next is null) return pages;
            // Through text, as a URL carries it.
            Assert.True(PageCursor.TryParse(page.Next.ToString(), out var cursor));
            request = request with { After = cursor };
        }
        return pages;
    }

    // Which of the lines of one nanosecond a limit leaves out is Loki's choice; streams come one after another.
    private static List<FaroRecord> Answer(List<Entry> entries, LogWindow window, LogDirection direction, Random random)
    {
        var sign = direction == LogDirection.Forward ? 1 : -1;
        var buffer = new FaroRecordBuffer();
        return [.. entries.Where(entry => entry.Nanosecond >= window.Start && entry.Nanosecond < window.End)
            .OrderBy(entry => sign * entry.Nanosecond).ThenBy(_ => random.Next()).Take(window.Limit)
            .GroupBy(entry => entry.Stream).OrderBy(stream => stream.Key).SelectMany(stream => stream.OrderBy(entry => sign * entry.Nanosecond))
            .Select(entry => buffer.Add(Encoding.UTF8.GetBytes(entry.Name), entry.Nanosecond, LabelSet.From([new("stream", entry.Stream.ToString(CultureInfo.InvariantCulture))])))];
    }

    private static List<Entry> RandomEntries(Random random) =>
        [.. Enumerable.Range(0, random.Next(60)).Select(i => new Entry(Origin + random.Next(8), random.Next(3), $"line {i}"))];

    private sealed record Entry(long Nanosecond, int Stream, string Name);
}
