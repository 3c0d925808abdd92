using RumPortal.Sandbox.Tempo.TraceQl;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Sandbox.Tempo;

public sealed class TraceQlErrorTests
{
    [Theory]
    [InlineData("{ resource.service.name = }", "parse error at line 1, col 27: syntax error: unexpected }")]
    [InlineData("{ .a = ", "parse error at line 1, col 8: syntax error: unexpected $end")]
    [InlineData("", "parse error at line 1, col 1: syntax error: unexpected $end")]
    [InlineData("foo", "parse error at line 1, col 1: syntax error: unexpected IDENTIFIER")]
    [InlineData("{ status = eror }", "parse error at line 1, col 12: syntax error: unexpected IDENTIFIER")]
    [InlineData("{ .a = 'x' }", "parse error at line 1, col 8: syntax error: unexpected IDENTIFIER")]
    [InlineData("{\n  .a == 1 }", "parse error at line 2, col 7: syntax error: unexpected =")]
    [InlineData("{ .a = 1 } {", "parse error at line 1, col 12: syntax error: unexpected {")]
    [InlineData("{ .a = \"x }", "parse error at line 1, col 8: literal not terminated")]
    [InlineData("{ .a = \"\\x\" }", "parse error at line 1, col 8: invalid syntax")]
    [InlineData("{ .\"a }", "parse error at line 1, col 4: unexpected EOF, expecting \"")]
    [InlineData("{ .a = 99999999999999999999 }", "parse error at line 1, col 8: strconv.Atoi: parsing \"99999999999999999999\": value out of range")]
    [InlineData("{} | count() ", "parse error at line 1, col 14: syntax error: unexpected $end")]
    [InlineData("{} | count(.a) > 1", "parse error at line 1, col 12: syntax error: unexpected ., expecting )")]
    [InlineData("{} | by resource.a", "parse error at line 1, col 9: syntax error: unexpected resource., expecting (")]
    [InlineData("{ span:foo = 1 }", "parse error at line 1, col 8: syntax error: unexpected IDENTIFIER")]
    [InlineData("{} | quantile_over_time(duration)", "parse error at line 1, col 33: syntax error: unexpected ), expecting ,")]
    [InlineData("{ duration = \"x\" }", "binary operations must operate on the same type: duration = `x`")]
    [InlineData("{ name > 5 }", "binary operations must operate on the same type: name > 5")]
    [InlineData("{ status > error }", "illegal operation for the given types: status > error")]
    [InlineData("{ kind =~ \"s.*\" }", "binary operations must operate on the same type: kind =~ `s.*`")]
    [InlineData("{ duration =~ 5s }", "illegal operation for the given types: duration =~ 5s")]
    [InlineData("{ name =~ \"(\" }", "invalid regex: (")]
    [InlineData("{ 1 + 1 }", "span filter field expressions must resolve to a boolean: { 1 + 1 }")]
    [InlineData("{ name }", "span filter field expressions must resolve to a boolean: { name }")]
    [InlineData("{ !duration }", "illegal operation for the given type: !duration")]
    [InlineData("{} | avg(name) > 1", "aggregate field expressions must resolve to a number type: avg(name)")]
    [InlineData("{} | max(5) > 1", "aggregate field expressions must reference the span: max(5)")]
    [InlineData("{} | by(5)", "grouping field expressions must reference the span: by(5)")]
    [InlineData("{} | 3 > count()", "scalar filter lhs of type (Constant) not yet supported")]
    [InlineData("{ parent.x = 1 }", "parent not yet supported")]
    [InlineData("{ parent.span.x = 1 }", "parent not yet supported")]
    [InlineData("{ parent = nil }", "intrinsic (parent) not yet supported")]
    [InlineData("{} | compare({})", "compare() is not supported by the sandbox's Tempo")]
    [InlineData("({} | rate()) / ({} | rate())", "arithmetic between metrics queries is not supported by the sandbox's Tempo")]
    public void Parse_WrongQuery_SaysWhatTempoSays(string query, string expected) => Assert.Equal(expected, TestTempo.Error(query));

    [Theory]
    [InlineData("{ span.a+1 = 1 }")]
    [InlineData("{ span.\"my attr\" = 1 && .\"a \\\" b\" = 2 }")]
    [InlineData("{ .a = `raw \\ \"text\"` }")]
    [InlineData("{ span.x = 1h30m || duration > 1.5s || duration < 1d }")]
    [InlineData("// comment\n{ /* inside */ }")]
    [InlineData("{} | rate() by(span:kind, .x) | topk(3)")]
    [InlineData("{} | quantile_over_time(duration, .5, 0.9, 1) with (exemplars=false)")]
    [InlineData("{ .a = true && .b = -1.5e3 }")]
    public void Parse_RightQuery_IsRead(string query) => Assert.NotEmpty(TraceQlParser.Parse(query).Pipeline.Stages);

    [Theory]
    [InlineData("{ ", "(", ")", " = 1 }")]
    [InlineData("{ ", "!(", ")", " = 1 }")]
    [InlineData("", "(", ")", "{}")]
    [InlineData("{ .a = 1", " && .a = 1", "", " }")]
    public void Parse_NestedWithoutEnd_IsRefusedAndNothingElse(string before, string open, string close, string after)
    {
        var query = before + string.Concat(Enumerable.Repeat(open, 20_000)) + ".a" + string.Concat(Enumerable.Repeat(close, 20_000)) + after;

        Assert.Throws<TraceQlException>(() => TraceQlParser.Parse(query));
    }

    [Fact]
    public void Parse_HostileTexts_AreReadOrRefusedAndNothingElse()
    {
        foreach (var text in HostileTexts.All)
            foreach (var query in (string[])[text, $"{{ {text} }}", $"{{ .a = \"{text}\" }}", $"{{ span.{text} = 1 }}", $"{{}} | {text}"])
                Assert.True(Record.Exception(() => TraceQlParser.Parse(query)) is null or TraceQlException, query);
    }
}
