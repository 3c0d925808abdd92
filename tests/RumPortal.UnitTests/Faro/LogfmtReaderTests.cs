using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Faro;

public sealed class LogfmtReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \t\n ", "")]
    [InlineData("kind=event", "kind:event")]
    [InlineData("a=1 b=2", "a:1|b:2")]
    [InlineData("  a=1\t\n b=2  ", "a:1|b:2")]
    [InlineData("a= b=2", "a:|b:2")]
    [InlineData("a=", "a:")]
    [InlineData("debug level=info", "debug:|level:info")]
    [InlineData("debug", "debug:")]
    [InlineData("a=\"\" b=1", "a:|b:1")]
    [InlineData("os=\"Mac OS 10.15.7\" m=x", "os:Mac OS 10.15.7|m:x")]
    [InlineData("a=\"x\"b=1", "a:x|b:1")]
    [InlineData("path=C:\\tmp", "path:C:\\tmp")]
    [InlineData("a=1 a=2", "a:1|a:2")]
    [InlineData("http.url=x größe=3 9a=1 a-b=2", "http.url:x|größe:3|9a:1|a-b:2")]
    [InlineData("message=購物車 emoji=🚀", "message:購物車|emoji:🚀")]
    public void Read_OfAWholeLine_GivesItsPairs(string line, string expected)
    {
        var (pairs, truncated, damaged) = ReadAll(line);

        Assert.Equal(expected, pairs);
        Assert.False(truncated);
        Assert.False(damaged);
    }

    [Theory]
    [InlineData("a==b c=d", "c:d")]
    [InlineData("=v c=d", "c:d")]
    [InlineData("a=x\"y c=d", "c:d")]
    [InlineData("b\"x=1 c=d", "c:d")]
    [InlineData("a=b=c", "")]
    [InlineData("\"", "")]
    [InlineData("x{\"a\":1} k=v", "k:v")]
    public void Read_OfABadPair_SkipsToTheNextBlankAndSaysSo(string line, string expected)
    {
        var (pairs, truncated, damaged) = ReadAll(line);

        Assert.Equal(expected, pairs);
        Assert.True(damaged);
        Assert.False(truncated);
    }

    [Theory]
    [InlineData("k=1 message=\"half a li", "k:1|message:half a li")]
    [InlineData("message=\"", "message:")]
    [InlineData("message=\"x\\", "message:x\\")]
    [InlineData("message=\"x\\\"", "message:x\"")]
    public void Read_OfAnOpenQuote_KeepsWhatIsThereAndSaysSo(string line, string expected)
    {
        var (pairs, truncated, _) = ReadAll(line);

        Assert.Equal(expected, pairs);
        Assert.True(truncated);
    }

    [Theory]
    [InlineData(@"v=""a\nb\rc\td""", "a\nb\rc\td")]
    [InlineData(@"v=""\b\f\/\'""", "\b\f/'")]
    [InlineData(@"v=""say \""hi\"" \\o/""", "say \"hi\" \\o/")]
    [InlineData(@"v=""\u0001\u007f\ufffd""", "\u0001\u007f\uFFFD")]
    [InlineData(@"v=""\u8cFc""", "購")]
    [InlineData(@"v=""\ud83d\ude80""", "🚀")]
    [InlineData(@"v=""\ud83d x""", "\uFFFD x")]
    [InlineData(@"v=""\ud83d\u0041""", "\uFFFDA")]
    [InlineData(@"v=""\ude80\ud83d""", "\uFFFD\uFFFD")]
    [InlineData(@"v=""\x \u12 \uzzzz""", @"\x \u12 \uzzzz")]
    public void Value_WithEscapes_IsDecoded(string line, string expected)
    {
        var (pairs, _, _) = ReadAll(line);

        Assert.Equal("v:" + expected, pairs);
    }

    [Fact]
    public void Value_OfInvalidUtf8_ShowsReplacementCharacters()
    {
        var reader = new LogfmtReader([(byte)'v', (byte)'=', 0xFF, (byte)'x', 0xC3]);

        Assert.True(reader.Read());
        Assert.Equal("\uFFFDx\uFFFD", Encoding.UTF8.GetString(reader.RawValue));
    }

    [Fact]
    public void Reader_OfALine_GivesRawSpansAndSaysWhatNeedsDecoding()
    {
        var reader = new LogfmtReader("""a.b=C:\tmp message="say \"hi\"" level=info"""u8);

        Assert.True(reader.Read());
        Assert.Equal(@"a.b C:\tmp False", $"{Encoding.UTF8.GetString(reader.Key)} {Encoding.UTF8.GetString(reader.RawValue)} {reader.NeedsUnescape}");
        Assert.True(reader.Read());
        Assert.Equal("""message say \"hi\" True""", $"{Encoding.UTF8.GetString(reader.Key)} {Encoding.UTF8.GetString(reader.RawValue)} {reader.NeedsUnescape}");
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.False(reader.Read());
    }

    private static (string Pairs, bool Truncated, bool Damaged) ReadAll(string line)
    {
        var record = new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.Empty);
        Assert.Equal(FaroLineFormat.Logfmt, record.Format);
        return (string.Join('|', record.Fields.Select(field => $"{field.Name}:{field.Value}")), record.IsTruncated, record.IsDamaged);
    }
}
