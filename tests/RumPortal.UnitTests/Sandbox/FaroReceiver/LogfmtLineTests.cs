using System.Text.Json;
using RumPortal.Sandbox.FaroReceiver;

namespace RumPortal.UnitTests.Sandbox.FaroReceiver;

public sealed class LogfmtLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("{\"a\":1}", "\"{\\\"a\\\":1}\"")]
    [InlineData("C:\\tmp", "C:\\tmp")]
    [InlineData("C:\\my tmp", "\"C:\\\\my tmp\"")]
    [InlineData("\t", "\"\\t\"")]
    [InlineData("\n", "\"\\n\"")]
    [InlineData("\r", "\"\\r\"")]
    [InlineData("\u0001", "\"\\u0001\"")]
    [InlineData("\u001f", "\"\\u001f\"")]
    [InlineData("\u007f", "\"\\u007f\"")]
    [InlineData("\uFFFD", "\"\\ufffd\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("nullable", "nullable")]
    [InlineData("購物車", "購物車")]
    [InlineData("it's", "it's")]
    [InlineData("<b>&</b>", "<b>&</b>")]
    [InlineData("a\u2028b", "a\u2028b")]
    [InlineData("a\u00A0b", "a\u00A0b")]
    [InlineData("🚀", "🚀")]
    [InlineData("🚀 x", "\"🚀 x\"")]
    public void Value_OfAnyText_IsQuotedLikeGoLogfmt(string value, string written)
    {
        var line = PayloadText.LogLine($$"""{"message":{{JsonSerializer.Serialize(value)}}}""");

        Assert.Equal($"message={written}", line);
    }

    [Theory]
    [InlineData("my key", "context_mykey")]
    [InlineData("http.url", "context_http.url")]
    [InlineData("größe", "context_größe")]
    [InlineData("a=\"b\"", "context_ab")]
    [InlineData("\u007f\uFFFD", "context_")]
    [InlineData("", "context_")]
    public void Key_OfAnyText_LosesWhatLogfmtForbids(string key, string written)
    {
        var line = PayloadText.LogLine($$$"""{"context":{{{{JsonSerializer.Serialize(key)}}}:"v"}}""");

        Assert.Equal($"{written}=v", line);
    }

    [Fact]
    public void Key_ThatBecomesEmpty_LosesItsLineOnly()
    {
        var lines = PayloadText.Lines("""{"logs":[{"message":"kept"}],"measurements":[{"values":{"=":1}},{"values":{"":2}}]}""");

        Assert.Equal(
            ["timestamp=\"0001-01-01 00:00:00 +0000 UTC\" kind=log message=kept browser_mobile=false", "(lost)", "(lost)"],
            lines);
    }

    [Fact]
    public void Keys_OfAMap_AreSortedByBytes()
    {
        var line = PayloadText.LogLine("""{"context":{"b":"1","_":"2","B":"3","9":"4",".":"5","\uE000":"6","😀":"7","é":"8"}}""");

        Assert.Equal("context_.=5 context_9=4 context_B=3 context__=2 context_b=1 context_é=8 context_\uE000=6 context_😀=7", line);
    }

    [Fact]
    public void MeasurementValue_WithTheNameOfAField_TakesItsPlaceUntilMetaWins()
    {
        var line = Assert.Single(PayloadText.Lines(
            """{"meta":{"app":{"name":"shop"}},"measurements":[{"type":"t","values":{"app_name":1,"kind":2,"lcp":3}}]}"""));

        Assert.Equal(
            "timestamp=\"0001-01-01 00:00:00 +0000 UTC\" kind=2.000000 type=t app_name=shop lcp=3.000000 value_app_name=1 value_kind=2 value_lcp=3 browser_mobile=false",
            line);
    }

    [Theory]
    [InlineData("", "3244421341483603138")]
    [InlineData("Cannot read properties of undefined (reading 'price')", "5663752167247402516")]
    [InlineData("boom", "16467248012027765212")]
    public void Exception_Written_CarriesTheHashOfItsValue(string value, string hash)
    {
        var line = Assert.Single(PayloadText.Lines($$"""{"exceptions":[{"value":{{JsonSerializer.Serialize(value)}}}]}"""));

        Assert.Contains($" hash={hash} ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_WithoutTypeAndStack_KeepsTheStacktraceKey()
    {
        var line = Assert.Single(PayloadText.Lines("""{"exceptions":[{"value":"msg"}]}"""));

        Assert.Contains(" value=msg stacktrace=\": msg\" hash=", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_OfOneBody_AreWrittenLogsExceptionsMeasurementsEvents()
    {
        var lines = PayloadText.Lines("""{"events":[{"name":"e"}],"measurements":[{"type":"m"}],"exceptions":[{"type":"x"}],"logs":[{"message":"l"}]}""");

        Assert.Equal(["log", "exception", "measurement", "event"], lines.Select(l => l.Split("kind=")[1].Split(' ')[0]));
    }

    [Fact]
    public void Line_AsJson_IsOneSortedObjectWithHtmlEscaped()
    {
        const string Body = """
            {"meta":{"page":{"url":"https://s.test/?a=1&b=2"}},
             "measurements":[{"type":"web-vitals","values":{"lcp":2612.4000000059605,"tiny":1e-7},"context":{"element":"main>img","note":"a\u2028\u0001\b\f\n\u007f"},
             "timestamp":"2026-08-20T03:14:09.118Z"}]}
            """;

        var line = Assert.Single(PayloadText.Lines(Body, LineFormat.Json)).Replace("\u007f", "<DEL>", StringComparison.Ordinal);

        Assert.Equal(
            """{"browser_mobile":"false","context_element":"main\u003eimg","context_note":"a\u2028\u0001\b\f\n<DEL>","kind":"measurement","""
            + """ "lcp":"2612.400000","page_url":"https://s.test/?a=1\u0026b=2","timestamp":"2026-08-20 03:14:09.118 +0000 UTC",""".Trim()
            + """ "tiny":"0.000000","type":"web-vitals","value_lcp":2612.4000000059605,"value_tiny":1e-7}""".Trim(),
            line);
    }

    [Fact]
    public void Line_AsJson_KeepsWhatLogfmtLoses() => Assert.Equal(
        ["""{"":"2.000000","browser_mobile":"false","kind":"measurement","timestamp":"0001-01-01 00:00:00 +0000 UTC","value_":2}"""],
        PayloadText.Lines("""{"measurements":[{"values":{"":2}}]}""", LineFormat.Json));
}
