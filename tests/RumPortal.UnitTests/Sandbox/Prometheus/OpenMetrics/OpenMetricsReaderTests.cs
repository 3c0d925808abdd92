using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.OpenMetrics;

namespace RumPortal.UnitTests.Sandbox.Prometheus.OpenMetrics;

public sealed class OpenMetricsReaderTests
{
    [Fact]
    public async Task Read_Text_GivesItsSamplesInMilliseconds()
    {
        const string Text =
            """
            # TYPE requests counter
            # HELP requests of # any kind
            # UNIT requests things
            requests_total{path="a\"b\\c\nd",app="é世",none=""} 1.5 1795133100
            plain NaN 1795133100.25
            a:b{} +Inf -1.5
            last{le="0.1",} 3 4 # {trace_id="x"} 0.05 4
            # EOF
            """;

        var samples = await ReadAsync(Text);

        Assert.Equal(
            [
                new(LabelSet.Of(("__name__", "requests_total"), ("path", "a\"b\\c\nd"), ("app", "é世")), 1_795_133_100_000, 1.5),
                new(LabelSet.Of(("__name__", "plain")), 1_795_133_100_250, double.NaN),
                new(LabelSet.Of(("__name__", "a:b")), -1_500, double.PositiveInfinity),
                new(LabelSet.Of(("__name__", "last"), ("le", "0.1")), 4_000, 3),
            ],
            samples);
    }

    [Theory]
    [InlineData("x 1 2", "line 2: the data does not end with # EOF")]
    [InlineData("", "line 1: the data does not end with # EOF")]
    [InlineData("x 1\n# EOF", "line 1: the timestamp is missing")]
    [InlineData("x\n# EOF", "line 1: the value is missing")]
    [InlineData("\n# EOF", "line 1: the line does not begin with a metric's name")]
    [InlineData("0x 1 2\n# EOF", "line 1: the line does not begin with a metric's name")]
    [InlineData("x one 2\n# EOF", "line 1: the value is no number: one")]
    [InlineData("x 1 two\n# EOF", "line 1: the timestamp is no number: two")]
    [InlineData("x 1 NaN\n# EOF", "line 1: the timestamp is out of range")]
    [InlineData("x 1 1e300\n# EOF", "line 1: the timestamp is out of range")]
    [InlineData("x 1 2 3\n# EOF", "line 1: unexpected text after the timestamp:  3")]
    [InlineData("x{a=\"b\" 1 2\n# EOF", "line 1: the labels are not closed")]
    [InlineData("x{a=\"b 1 2\n# EOF", "line 1: a label's value is not closed")]
    [InlineData("x{a=b} 1 2\n# EOF", "line 1: a label's value has no quotes")]
    [InlineData("x{a} 1 2\n# EOF", "line 1: the label a has no value")]
    [InlineData("x{a:b=\"c\"} 1 2\n# EOF", "line 1: \"a:b\" is no label name")]
    [InlineData("x{a=\"1\",a=\"2\"} 1 2\n# EOF", "line 1: the label a is given twice")]
    public async Task Read_BrokenText_NamesTheLine(string text, string error) =>
        Assert.Equal(error, (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text))).Message);

    private static async Task<List<MetricSample>> ReadAsync(string text)
    {
        using var reader = new StringReader(text);
        var samples = new List<MetricSample>();
        await foreach (var sample in OpenMetricsReader.ReadAsync(reader, TestContext.Current.CancellationToken)) samples.Add(sample);
        return samples;
    }
}
