using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.UnitTests.Sandbox.Loki.Evaluation;

/// <summary>What the stages do to lines and labels.</summary>
public sealed class PipelineTests
{
    [Theory]
    [InlineData("|= \"a\"", "a b,a c")]
    [InlineData("|= \"a\" |= \"c\"", "a c")]
    [InlineData("!= \"a\"", "B c")]
    [InlineData("|= \"b\" or \"c\"", "a b,a c,B c")]
    [InlineData("!= \"b\" or \"B\"", "a c")]
    [InlineData("|~ \"^[aB] c$\"", "a c,B c")]
    [InlineData("|~ \"(?i)b\"", "a b,B c")]
    [InlineData("!~ \"a|B\"", "")]
    [InlineData("|~ \"b|^B\"", "a b,B c")]
    [InlineData("|= \"\"", "a b,a c,B c")]
    [InlineData("|~ \"\\\\bb\"", "a b")]
    public void LineFilter_OfEachOperator_KeepsWhatItSays(string stages, string expected) =>
        Assert.Equal(expected, string.Join(',', TestLoki.With("a b", "a c", "B c").Lines($"{{app=\"shop\"}} {stages}")));

    [Theory]
    [InlineData("a=1 b=\"x y\" c", "{a=\"1\", b=\"x y\"}")]
    [InlineData("a= b=2", "{b=\"2\"}")]
    [InlineData("a=1 a=2", "{a=\"1\"}")]
    [InlineData("a.b-c=1 2xx=3 größe=4", "{_2xx=\"3\", a_b_c=\"1\", gr__e=\"4\"}")]
    [InlineData("app=x", "{app_extracted=\"x\"}")]
    [InlineData("a=\"say \\\"hi\\\" \\u8cfc\\n\"", "{a=\"say \\\"hi\\\" 購\\n\"}")]
    [InlineData("a=b=c d=1", "{d=\"1\"}")]
    [InlineData("a=1 b=\"open", "{a=\"1\"}")]
    [InlineData("=x a=1", "{a=\"1\"}")]
    [InlineData("a=\"\\q\" b=1", "{b=\"1\"}")]
    [InlineData("a=x\uFFFDy", "{a=\"x y\"}")]
    [InlineData("no pairs at all", "{}")]
    [InlineData("", "{}")]
    public void Logfmt_OfALine_TakesWhatItCan(string line, string expected) => Assert.Equal([expected], TestLoki.With(line).Parsed("{app=\"shop\"} | logfmt"));

    [Theory]
    [InlineData("--strict", "a=1 b=c=d e=2", "{__error__=\"LogfmtParserErr\", __error_details__=\"logfmt syntax error at pos 8 : unexpected '='\", a=\"1\"}")]
    [InlineData("--strict", "a=1 b=\"x", "{__error__=\"LogfmtParserErr\", __error_details__=\"logfmt syntax error at pos 9 : unterminated quoted value\", a=\"1\"}")]
    [InlineData("--keep-empty", "a= b c=1", "{a=\"\", b=\"\", c=\"1\"}")]
    [InlineData("a, x=\"b\"", "a=1 b=2 c=3", "{a=\"1\", x=\"2\"}")]
    [InlineData("a, z", "a=1", "{a=\"1\", z=\"\"}")]
    [InlineData("a", "a=1 a=2", "{a=\"2\"}")]
    [InlineData("app", "app=x", "{app_extracted=\"x\"}")]
    public void Logfmt_WithFlagsOrAList_FollowsThem(string arguments, string line, string expected) =>
        Assert.Equal([expected], TestLoki.With(line).Parsed($"{{app=\"shop\"}} | logfmt {arguments}"));

    [Theory]
    [InlineData("{\"a\":1,\"b\":{\"c d\":true,\"1e\":null,\"f\":[1]},\"g\":\"x\"}", "{a=\"1\", b_c_d=\"true\", g=\"x\"}")]
    [InlineData("{\"a\":\"\\u8cfc\\n\",\"a\":2}", "{a=\"購\\n\"}")]
    [InlineData("{\"a\":{\"1b\":1.50}}", "{a_1b=\"1.50\"}")]
    [InlineData("{\"app\":\"x\"} trailing", "{app_extracted=\"x\"}")]
    [InlineData("{\"a\":1,", "{__error__=\"JSONParserErr\", __error_details__=\"Value looks like object, but can't find closing '}' symbol\", a=\"1\"}")]
    [InlineData("kind=log", "{__error__=\"JSONParserErr\", __error_details__=\"Value looks like object, but can't find closing '}' symbol\"}")]
    public void Json_OfALine_FlattensIt(string line, string expected) => Assert.Equal([expected], TestLoki.With(line).Parsed("{app=\"shop\"} | json"));

    [Theory]
    [InlineData("x=\"a.b[1]\", y=\"c\"", "{x=\"2\", y=\"\"}")]
    [InlineData("x=\"a\"", "{x=\"{\\\"b\\\":[1,2]}\"}")]
    [InlineData("x=\"[\\\"k k\\\"]\"", "{x=\"v\"}")]
    public void Json_WithPaths_TakesThose(string arguments, string expected) =>
        Assert.Equal([expected], TestLoki.With("{\"a\":{\"b\":[1,2]},\"k k\":\"v\"}").Parsed($"{{app=\"shop\"}} | json {arguments}"));

    [Theory]
    [InlineData("regexp \"(?P<method>\\\\w+) (?P<path>\\\\S+)\"", "{method=\"GET\", path=\"/cart\"}")]
    [InlineData("regexp \"(?P<nope>POST)\"", "{}")]
    [InlineData("pattern \"<method> <path> <_>\"", "{method=\"GET\", path=\"/cart\"}")]
    [InlineData("pattern \"GET <path>\"", "{path=\"/cart 200 12ms\"}")]
    [InlineData("pattern \"POST <path>\"", "{}")]
    [InlineData("pattern \"<a>-<b>\"", "{a=\"GET /cart 200 12ms\"}")]
    public void RegexpAndPattern_OfALine_Capture(string stage, string expected) => Assert.Equal([expected], TestLoki.With("GET /cart 200 12ms").Parsed($"{{app=\"shop\"}} | {stage}"));

    [Theory]
    [InlineData("a=\"1\"", "1")]
    [InlineData("a!=\"1\"", "2,3")]
    [InlineData("missing=\"\"", "1,2,3")]
    [InlineData("a=~\"1|2\"", "1,2")]
    [InlineData("a=~\".*\"", "1,2,3")]
    [InlineData("n > 15", "2,3")]
    [InlineData("n >= 20 and n < 30", "2,3")]
    [InlineData("missing > 1", "")]
    [InlineData("d > 1s", "1,3")]
    [InlineData("d <= 1500ms or a=\"3\"", "1,2,3")]
    [InlineData("s > 1KB", "2,3")]
    [InlineData("app=\"shop\" and a=\"2\"", "2")]
    [InlineData("(a=\"1\" or a=\"2\") and n > 15", "2")]
    [InlineData("n = 20", "2")]
    public void LabelFilter_OfEachOperator_KeepsWhatItSays(string filter, string expected)
    {
        var loki = TestLoki.With("a=1 n=10 d=1.5s s=900B", "a=2 n=20 d=300ms s=2KB", "a=3 n=2.5e1 d=1h s=1MiB");

        Assert.Equal(expected, string.Join(',', loki.Lines($"{{app=\"shop\"}} | logfmt | {filter} | line_format \"{{{{.a}}}}\"")));
    }

    [Fact]
    public void LabelFilter_OnAValueThatIsNoNumber_KeepsTheLineWithAnError() => Assert.Equal(
        ["{__error__=\"LabelFilterErr\", __error_details__=\"strconv.ParseFloat: parsing \\\"slow\\\": invalid syntax\", a=\"slow\"}"],
        TestLoki.With("a=slow").Parsed("{app=\"shop\"} | logfmt | a > 5"));

    [Theory]
    [InlineData("| logfmt | a > 5 | __error__=\"\"")]
    [InlineData("| logfmt | a > 5 and b=\"2\" | __error__!=\"LabelFilterErr\"")]
    public void LabelFilter_OnTheError_DropsTheLine(string stages) => Assert.Empty(TestLoki.With("a=slow b=2").Lines($"{{app=\"shop\"}} {stages}"));

    [Theory]
    [InlineData("label_format x=\"{{.a}}-{{.b}}\"", "{a=\"1\", b=\"2\", x=\"1-2\"}")]
    [InlineData("label_format x=a", "{b=\"2\", x=\"1\"}")]
    [InlineData("label_format a=\"{{.b}}\", b=\"{{.a}}\"", "{a=\"2\", b=\"1\"}")]
    [InlineData("label_format a=\"x\" | label_format y=\"{{.a}}\"", "{a=\"x\", b=\"2\", y=\"x\"}")]
    [InlineData("label_format app=\"other\"", "{a=\"1\", app=\"other\", b=\"2\"}")]
    [InlineData("keep a", "{a=\"1\"}")]
    [InlineData("keep a=\"9\", b=~\"[0-9]\"", "{b=\"2\"}")]
    [InlineData("drop a", "{b=\"2\"}")]
    [InlineData("drop a=\"9\", b=\"2\"", "{a=\"1\"}")]
    [InlineData("a > 1h | drop __error__, __error_details__", "{a=\"1\", b=\"2\"}")]
    [InlineData("label_format e=\"{{ div 1 0 }}\" | drop __error_details__", "{__error__=\"TemplateFormatErr\", a=\"1\", b=\"2\"}")]
    public void Formatters_OfLabels_ChangeThem(string stages, string expected) => Assert.Equal([expected], TestLoki.With("a=1 b=2").Parsed($"{{app=\"shop\"}} | logfmt | {stages}"));

    [Theory]
    [InlineData("| logfmt | line_format \"{{.a}}|{{.missing}}|{{ __line__ }}\"", "1||a=1 b=2")]
    [InlineData("| logfmt | line_format \"{{.b}}\" |= \"2\"", "2")]
    [InlineData("| logfmt | line_format \"{{ div 1 0 }}\"", "a=1 b=2")]
    [InlineData("| line_format `{{ __line__ | upper }}` | logfmt | line_format `{{.A}}`", "1")]
    public void LineFormat_OfATemplate_ReplacesTheLine(string stages, string expected) => Assert.Equal([expected], TestLoki.With("a=1 b=2").Lines($"{{app=\"shop\"}} {stages}"));

    [Fact]
    public void Decolorize_OfAColoredLine_TakesAnsiSequencesAway() =>
        Assert.Equal(["red and plain"], TestLoki.With("\u001b[31mred\u001b[0m and \u001b[1;32mplain\u001b[m").Lines("{app=\"shop\"} | decolorize"));

    [Fact]
    public void StructuredMetadata_BesideParsers_IsALabelThatTheyDoNotOverwrite()
    {
        var loki = new TestLoki().Add(1, "session_id=fromline a=1", metadata: LabelSet.Of(("session_id", "s1"), ("detected_level", "info")));

        Assert.Equal(["session_id=fromline a=1"], loki.Lines("{app=\"shop\"} | session_id=\"s1\""));
        Assert.Equal(["{a=\"1\", session_id_extracted=\"fromline\"}"], loki.Parsed("{app=\"shop\"} | logfmt"));
    }

    [Theory]
    [InlineData("|~ \"(\"", "parse error : stage '|~ \"(\"' : error parsing regexp: missing closing ): `(`")]
    [InlineData("| line_format \"{{\"", "parse error : stage '| line_format \"{{\"' : invalid line template: template: line:1: unclosed action")]
    [InlineData("| label_format a=\"{{ nope }}\"", "parse error : stage '| label_format a=\"{{ nope }}\"' : invalid template for label 'a': template: label:1: function \"nope\" not defined")]
    [InlineData("| label_format a=\"x\",a=\"y\"", "parse error : stage '| label_format a=\"x\",a=\"y\"' : multiple label name 'a' not allowed in a single format operation")]
    [InlineData("| label_format __error__=\"x\"", "parse error : stage '| label_format __error__=\"x\"' : __error__ cannot be formatted")]
    [InlineData("| json x=\"a[\"", "parse error : stage '| json x=\"a[\"' : cannot parse expression [a[]: syntax error")]
    [InlineData("| logfmt x=\"a b\"", "parse error : stage '| logfmt x=\"a b\"' : cannot parse expression [a b]: unexpected char  ")]
    public void Stage_ThatCannotBeCompiled_IsNamed(string stages, string expected) =>
        Assert.Equal(expected, Assert.Throws<LogQlException>(() => TestLoki.With("x").Lines($"{{app=\"shop\"}} {stages}")).Message);
}
