using RumPortal.Domain.Vitals;
using RumPortal.Portal.Api;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class VitalsCsvTests
{
    private const string Head = "browser_name,vital,p75,rating,samples,good,needs_improvement,poor\r\n";

    [Fact]
    public void Csv_OfGroups_HasARowForEachVital()
    {
        var groups = VitalGroups.By(
            [
                .. Measurements.Rows(Measurements.Labels(("browser_name", "Arc")), "lcp", Measurements.Lcp(1, 1, 2)),
                .. Measurements.Rows(Measurements.Labels(("browser_name", "Arc")), "cls", 0.08),
                .. Measurements.Rows(Measurements.Labels(), "lcp", Measurements.Lcp(3, 0, 0)),
            ],
            "browser_name");

        Assert.Equal(Head + ",lcp,1250,good,3,3,0,0\r\nArc,lcp,5300,poor,4,1,1,2\r\nArc,cls,0.075,good,1,1,0,0\r\n", VitalsCsv.Render(groups, 0.75));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"http://evil.test\",\"x\")", "\"'=HYPERLINK(\"\"http://evil.test\"\",\"\"x\"\")\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("購物車", "購物車")]
    public void Cell_OfAStrangersText_IsTextAndOneCell(string value, string cell)
    {
        var groups = VitalGroups.By(Measurements.Rows(Measurements.Labels(("browser_name", value)), "lcp", Measurements.Lcp(3, 0, 0)), "browser_name");

        Assert.Equal($"{Head}{cell},lcp,1250,good,3,3,0,0\r\n", VitalsCsv.Render(groups, 0.75));
    }

    [Fact]
    public void Csv_OfNothing_IsItsHead() => Assert.Equal(Head, VitalsCsv.Render(VitalGroups.By([], "browser_name"), 0.75));
}
