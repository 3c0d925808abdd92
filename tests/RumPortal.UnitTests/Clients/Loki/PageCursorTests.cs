using System.Text;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients.Loki;

public sealed class PageCursorTests
{
    // Newest first, as a list is read; three lines share one nanosecond, and two of them their text.
    private readonly IReadOnlyList<FaroRecord> _lines = Records((9, "new"), (5, "a"), (5, "b"), (5, "b"), (1, "old"));

    [Theory]
    [InlineData(1, "new")]
    [InlineData(2, "new a")]
    [InlineData(3, "new a b b")]
    [InlineData(4, "new a b b")]
    [InlineData(5, "new a b b old")]
    public void HasPassed_BehindSomeLines_IsTrueForThoseAndTheirEquals(int taken, string passed)
    {
        var cursor = PageCursor.Behind(_lines, taken, null);

        Assert.Equal(passed, string.Join(' ', _lines.Where(cursor.HasPassed)));
    }

    [Fact]
    public void Behind_InTheNanosecondOfTheCursorBefore_KnowsItsLinesToo()
    {
        var first = PageCursor.Behind(_lines, 2, null);
        var rest = _lines.Skip(2).ToList();

        var second = PageCursor.Behind(rest, 1, first);
        var third = PageCursor.Behind(rest, 3, second);

        Assert.Equal((5, 2), (second.Nanosecond, second.Known.Length));
        Assert.Equal((1, 1), (third.Nanosecond, third.Known.Length));
        Assert.Equal(PageCursor.Behind(_lines, 3, null).Known.AsEnumerable(), second.Known.AsEnumerable());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Behind_OfNoLine_IsRefused(int taken) => Assert.Throws<ArgumentOutOfRangeException>(() => PageCursor.Behind(_lines, taken, null));

    private static List<FaroRecord> Records(params IEnumerable<(long Nanosecond, string Text)> lines)
    {
        var buffer = new FaroRecordBuffer();
        return [.. lines.Select(line => buffer.Add(Encoding.UTF8.GetBytes(line.Text), line.Nanosecond, LabelSet.Empty))];
    }
}
