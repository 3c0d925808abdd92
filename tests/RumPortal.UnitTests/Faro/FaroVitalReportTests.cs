using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Faro;

public sealed class FaroVitalReportTests
{
    private const string Head = "timestamp=\"2026-08-20 03:14:09.118 +0000 UTC\" kind=measurement type=web-vitals ";

    [Fact]
    public void Report_OfLcp_TellsElementAndParts()
    {
        var report = Report(
            "delta=2612.400000 element_render_delay=310.700000 lcp=2612.400000 resource_load_duration=1288.500000 time_to_first_byte=611.100000 context_element=main>section.hero>img.cover "
            + "context_id=v6-1 context_rating=needs-improvement context_resource_url=https://x.test/a.png value_element_render_delay=310.7 value_lcp=2612.4000000059605 value_resource_load_duration=1288.5 "
            + "value_time_to_first_byte=611.1000000044703 session_id=s1 page_id=/products/:sku page_url=\"https://x.test/products/42?a=b\"");

        Assert.Equal(("lcp", 2612.4000000059605, "v6-1"), (report.Vital.Name, report.Vital.Value, report.Vital.Id));
        Assert.Equal(("s1", "/products/:sku", "https://x.test/products/42?a=b"), (report.SessionId, report.PageId, report.PageUrl));
        Assert.Equal(("main>section.hero>img.cover", "https://x.test/a.png"), (report.Target, report.ResourceUrl));
        Assert.Equal(
            [new("time_to_first_byte", 611.1000000044703), new("resource_load_delay", 0), new("resource_load_duration", 1288.5), new("element_render_delay", 310.7)],
            report.Parts);
        Assert.Equal(new DateTimeOffset(2026, 8, 20, 3, 14, 9, 118, TimeSpan.Zero), report.Time);
        Assert.Null(report.Script);
    }

    [Fact]
    public void Report_OfInp_TellsTargetPartsAndScript()
    {
        var report = Report(
            "inp=217 input_delay=3 processing_duration=190 presentation_delay=24 interaction_time=812 longest_script_intersecting_duration=171 context_interaction_target=button#buy "
            + "context_interaction_type=pointer context_load_state=complete context_longest_script_subpart=processing-duration context_longest_script_invoker_type=event-listener");

        Assert.Equal(("button#buy", "pointer", "complete"), (report.Target, report.InteractionType, report.LoadState));
        Assert.Equal([new("input_delay", 3), new("processing_duration", 190), new("presentation_delay", 24)], report.Parts);
        Assert.Equal(new FaroLongScript(171, "processing-duration", "event-listener", null, null, null), report.Script);
    }

    [Fact]
    public void Report_OfCls_TellsTheBiggestShift()
    {
        var report = Report("cls=0.12 largest_shift_value=0.1 largest_shift_time=812 context_largest_shift_target=div.banner");

        Assert.Equal(("div.banner", 0.1), (report.Target, report.LargestShift));
        Assert.Empty(report.Parts);
    }

    [Theory]
    [InlineData("lcp=1")]
    [InlineData("inp=1 input_delay=-3 processing_duration=fast longest_script_intersecting_duration=0")]
    [InlineData("ttfb=1 context_element=x")]
    public void Report_WithoutAttribution_HasNone(string fields)
    {
        var report = Report(fields);

        Assert.Equal((null, null, null), (report.Target, report.Script, report.LargestShift));
        Assert.Empty(report.Parts);
    }

    [Fact]
    public void Line_ThatReportsNoVital_IsNone() => Assert.Null(FaroVitalReport.Of(Record("kind=measurement type=cart lcp=5")));

    [Fact]
    public void LastOfEach_OfRepeatedIds_KeepsTheLatest()
    {
        var first = Report("cls=0.1 context_id=a session_id=s");
        FaroVitalReport At(int seconds, string fields) => Report(fields) with { Time = first.Time.AddSeconds(seconds) };
        var later = At(9, "cls=0.3 context_id=a session_id=s");
        var earlier = At(-9, "cls=0.2 context_id=a session_id=s");
        FaroVitalReport[] others = [At(0, "inp=5 context_id=a session_id=s"), At(0, "cls=0.4 context_id=a session_id=t"), At(0, "cls=0.4 session_id=s"), At(1, "cls=0.4 session_id=s")];

        Assert.Equal([later, .. others], FaroVitalReport.LastOfEach([first, later, earlier, .. others]));
    }

    [Fact]
    public void Reports_OfTheData_CoverEveryMeasurementOfAVital()
    {
        var buffer = new FaroRecordBuffer();
        var records = KitData.Lines.Select(line => buffer.Add(line.Line, line.Nanoseconds, LabelSet.From(line.Labels))).ToList();
        var real = KitData.RealSdk().SelectMany(item => item.Lines).Select(line => buffer.Add(Encoding.UTF8.GetBytes(line), 1, LabelSet.Empty)).ToList();

        var reports = records.Select(FaroVitalReport.Of).OfType<FaroVitalReport>().ToList();
        var realReports = real.Select(FaroVitalReport.Of).OfType<FaroVitalReport>().ToList();

        Assert.Equal(KitData.Lines.Count(line => line.Line.AsSpan().IndexOf(" type=web-vitals "u8) >= 0), reports.Count);
        Assert.NotEmpty(reports);
        Assert.Contains(realReports, report => report.Vital.Name == "lcp" && report.Target is not null && report.Parts.Length == 4);
        Assert.Contains(realReports, report => report.Vital.Name == "ttfb" && report.Parts.Sum(part => part.Milliseconds) > 0);
        Assert.All(realReports.Where(report => report.Vital.Name == "lcp"), report => Assert.Equal(report.Vital.Value, report.Parts.Sum(part => part.Milliseconds), 0.5));
    }

    private static FaroVitalReport Report(string fields) => FaroVitalReport.Of(Record(Head + fields)) ?? throw new ArgumentException(fields);

    private static FaroRecord Record(string line) => new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 1, LabelSet.Empty);
}
