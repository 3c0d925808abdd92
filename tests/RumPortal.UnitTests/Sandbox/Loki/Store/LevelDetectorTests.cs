using System.Text;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.UnitTests.Sandbox.Loki.Store;

public sealed class LevelDetectorTests
{
    [Theory]
    [InlineData("kind=log level=info message=hi", "info")]
    [InlineData("kind=log level=WARNING message=hi", "warn")]
    [InlineData("severity=err level=debug", "debug")]
    [InlineData("lvl=trc", "trace")]
    [InlineData("level=log message=\"an error\"", "error")]
    [InlineData("level=notice", "unknown")]
    [InlineData("message=\"level=error inside\"", "error")]
    [InlineData("{\"level\":\"fatal\",\"msg\":\"x\"}", "fatal")]
    [InlineData(" {\"fields\":{\"severity\":\"CRITICAL\"}} ", "critical")]
    [InlineData("{\"a\":{\"b\":{\"level\":\"error\"}}}", "error")]
    [InlineData("{\"level\":\"info\"", "info")]
    [InlineData("{\"level\":7}", "unknown")]
    [InlineData("something went wrong: ERROR 42", "error")]
    [InlineData("WARN: disk", "warn")]
    [InlineData("terror and errors", "unknown")]
    [InlineData("Non-Error promise rejection", "unknown")]
    [InlineData("debug before error", "debug")]
    [InlineData("plain", "unknown")]
    [InlineData("", "unknown")]
    public void Level_OfALine_IsFoundInItsKeysAndThenInItsWords(string line, string expected) =>
        Assert.Equal(expected, Detect(LabelSet.Empty, LabelSet.Of(("app", "shop")), line));

    [Fact]
    public void Level_OfALabel_ComesBeforeTheLine() => Assert.Equal("warn", Detect(LabelSet.Empty, LabelSet.Of(("level", "WRN")), "level=error"));

    [Fact]
    public void Level_OfAnUnknownLabelValue_IsKeptAsItIs() => Assert.Equal("Notice", Detect(LabelSet.Empty, LabelSet.Of(("severity", "Notice")), "level=error"));

    [Fact]
    public void Level_OfTheMetadata_ComesBeforeTheLine()
    {
        Assert.Equal("error", Detect(LabelSet.Of(("severity_text", "ERROR")), LabelSet.Empty, "level=info"));
        Assert.Equal("error", Detect(LabelSet.Of(("detected_level", "Err")), LabelSet.Of(("level", "info")), "level=debug"));
    }

    private static string Detect(LabelSet metadata, LabelSet stream, string line) =>
        new LevelDetector().AddTo(metadata, stream, Encoding.UTF8.GetBytes(line)).ValueOrEmpty("detected_level");
}
