using System.Text;
using RumPortal.Sandbox.Loki.LogQl.Templates;

namespace RumPortal.UnitTests.Sandbox.Loki.Templates;

public sealed class TemplateTests
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["lcp"] = "2500.5", ["name"] = "Ann Lee", ["empty"] = "", ["n"] = "7", ["text"] = "a,b,c", ["path"] = "/a?b=1&c=d", ["cjk"] = "購物車",
    };

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{{.name}}!", "Ann Lee!")]
    [InlineData("[{{.missing}}]", "[]")]
    [InlineData("{{ .name -}}  x {{- .n }}", "Ann Leex7")]
    [InlineData("a{{/* note */}}b{{- /* note */ -}} c", "abc")]
    [InlineData("{{if .lcp}}lcp{{else if .inp}}inp{{else}}none{{end}}", "lcp")]
    [InlineData("{{if .empty}}a{{else if .inp}}b{{else}}none{{end}}", "none")]
    [InlineData("{{with .name}}<{{.}}>{{else}}nobody{{end}}", "<Ann Lee>")]
    [InlineData("{{with .missing}}x{{else}}nobody{{end}}", "nobody")]
    [InlineData("{{$v := float64 .lcp}}{{if le $v 2500.0}}good{{else if le $v 4000.0}}fair{{else}}poor{{end}}", "fair")]
    [InlineData("{{$v := 1}}{{if true}}{{$v = 2}}{{end}}{{$v}}", "2")]
    [InlineData("{{$v := 1}}{{if true}}{{$v := 2}}{{end}}{{$v}}", "1")]
    [InlineData("{{ .name | upper | trunc 3 }}", "ANN")]
    [InlineData("{{ printf \"%s=%5.1f|%-4d|%04d|%q|%v|%x\" .name (float64 .lcp) 42 42 .n true \"hi\" }}", "Ann Lee=2500.5|42  |0042|\"7\"|true|6869")]
    [InlineData("{{ printf \"%d\" .n }}", "%!d(string=7)")]
    [InlineData("{{ printf \"%s\" }}", "%!s(MISSING)")]
    [InlineData("{{ printf \"x\" 1 }}", "x%!(EXTRA int=1)")]
    [InlineData("{{ printf \"%.3g %e %+d %5t|%c%%\" 1234.5 1.0 5 true 65 }}", "1.23e+03 1.000000e+00 +5  true|A%")]
    [InlineData("{{ print 1 2 \"a\" 3 }}{{ println 1 2 }}", "1 2a31 2\n")]
    [InlineData("{{ eq .n \"7\" }} {{ ne .n \"7\" }} {{ eq 1 2 1 }} {{ lt \"a\" \"b\" }} {{ ge 2.5 2.5 }}", "true false true true true")]
    [InlineData("{{ and .name .n }} {{ and .name .empty .n }} {{ or .empty .n }} {{ not .empty }}", "7  7 true")]
    [InlineData("{{ default \"x\" .empty }} {{ .n | default \"x\" }}", "x 7")]
    [InlineData("{{ addf 0.1 0.2 }} {{ subf 1 0.9 }} {{ mulf 100.0 3 }} {{ divf 1 3 }} {{ maxf 1 2.5 }} {{ minf .n 9 }}", "0.3 0.1 300 0.3333333333333333 2.5 7")]
    [InlineData("{{ add 1 .n }} {{ sub 1 2 }} {{ mul 3 4 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 5 3 }} {{ min 4 2 }}", "8 -1 12 3 1 5 2")]
    [InlineData("{{ round 2.345 2 }} {{ ceil 1.2 }} {{ floor .lcp }} {{ int .lcp }} {{ int \"12\" }} {{ float64 \"x\" }}", "2.35 2 2500 0 12 0")]
    [InlineData("{{ mulf 1e21 10 }} {{ float64 \"1e-7\" }}", "1e+22 1e-07")]
    [InlineData("{{ ToLower .name }} {{ title \"one two\" }} {{ Replace .text \",\" \";\" 1 }} {{ replace \",\" \";\" .text }}", "ann lee One Two a;b,c a;b;c")]
    [InlineData("{{ trunc -3 .name }} {{ substr 1 3 .name }} {{ trimAll \"A\" .name }} {{ trimPrefix \"Ann \" .name }} {{ TrimSuffix .name \"Lee\" }}", "Lee nn nn Lee Lee Ann ")]
    [InlineData("{{ contains \"nn\" .name }} {{ hasPrefix \"A\" .name }} {{ hasSuffix \"x\" .name }} {{ repeat 3 \"ab\" }}", "true true false ababab")]
    [InlineData("{{ alignLeft 4 .cjk }}|{{ alignRight 2 .cjk }}|{{ len .cjk }}", "購物車 |物車|9")]
    [InlineData("{{ regexReplaceAll \"(a),(b)\" .text \"$2-${1}\" }} {{ regexReplaceAllLiteral \"b\" .text \"$1\" }} {{ count \"[abc]\" .text }}", "b-a,c a,$1,c 3")]
    [InlineData("{{ urlencode .path }} {{ urldecode \"a%20b+c\" }} {{ b64enc .name }} {{ b64dec \"QW5u\" }} {{ html \"<a>\" }}", "%2Fa%3Fb%3D1%26c%3Dd a b c QW5uIExlZQ== Ann &lt;a&gt;")]
    [InlineData("{{ duration \"1m30s\" }} {{ bytes \"2KB\" }} {{ __line__ | len }}", "90 2000 8")]
    [InlineData("{{ (.name) | len }} {{ if (eq (len .name) 7) }}seven{{ end }}", "7 seven")]
    [InlineData("{{ `raw \"x\"` }}{{ \"\\n\\u8cfc\" }}", "raw \"x\"\n購")]
    [InlineData("{{ nindent 2 \"a\\nb\" }}", "\n  a\n  b")]
    public void Execute_OfATemplate_WritesWhatGoWrites(string source, string expected) => Assert.Equal(expected, Execute(source));

    [Theory]
    [InlineData("{{ le 1500.0 2500 }}", "template: label:1:3: executing \"label\" at <le 1500.0 2500>: error calling le: incompatible types for comparison")]
    [InlineData("ab\n{{ if lt .n 5 }}x{{end}}", "template: label:2:6: executing \"label\" at <lt .n 5>: error calling lt: incompatible types for comparison")]
    [InlineData("{{ lt true false }}", "template: label:1:3: executing \"label\" at <lt true false>: error calling lt: invalid type for comparison")]
    [InlineData("{{ div 1 0 }}", "template: label:1:3: executing \"label\" at <div 1 0>: error calling div: runtime error: integer divide by zero")]
    [InlineData("{{ trunc .n .name }}", "template: label:1:9: executing \"label\" at <.n>: wrong type for value; expected int; got string")]
    [InlineData("{{ upper 5 }}", "template: label:1:9: executing \"label\" at <5>: expected string; found 5")]
    [InlineData("{{ .name.first }}", "template: label:1:3: executing \"label\" at <.name.first>: can't evaluate field first in type string")]
    [InlineData("{{ .name 5 }}", "template: label:1:3: executing \"label\" at <.name>: name is not a method but has arguments")]
    [InlineData("{{ upper }}", "template: label:1:3: executing \"label\" at <upper>: wrong number of args for upper: want 1 got 0")]
    [InlineData("{{ regexReplaceAll \"(\" .n \"\" }}", "template: label:1:3: executing \"label\" at <regexReplaceAll \"(\" .n \"\">: error calling regexReplaceAll: error parsing regexp: missing closing ): `(`")]
    [InlineData("{{ repeat 1000000000 \"x\" }}", "template: label:1:3: executing \"label\" at <repeat 1000000000 \"x\">: error calling repeat: the result is too long")]
    public void Execute_ThatFails_SaysWhereLikeGo(string source, string expected) => Assert.Equal(expected, Assert.Throws<TemplateException>(() => Execute(source)).Message);

    [Theory]
    [InlineData("{{ .a", "template: label:1: unclosed action")]
    [InlineData("{{ end }}", "template: label:1: unexpected {{end}}")]
    [InlineData("{{ if .a }}x", "template: label:1: unexpected EOF")]
    [InlineData("{{ nope .a }}", "template: label:1: function \"nope\" not defined")]
    [InlineData("{{ $v }}", "template: label:1: undefined variable \"$v\"")]
    [InlineData("\n{{ \"x }}", "template: label:2: unterminated quoted string")]
    [InlineData("{{ ( .a }}", "template: label:1: unclosed left paren")]
    [InlineData("{{ }}", "template: label:1: missing value for command")]
    [InlineData("{{ .a | 5 }}", "template: label:1: non executable command in pipeline stage 2: 5")]
    [InlineData("{{ range .a }}{{ end }}", "template: label:1: {{range}} is not supported by the sandbox's Loki")]
    [InlineData("{{ fromJson .a }}", "template: label:1: function \"fromJson\" is not supported by the sandbox's Loki")]
    [InlineData("{{ __timestamp__ }}", "template: label:1: function \"__timestamp__\" is not supported by the sandbox's Loki")]
    [InlineData("{{ . }}", "template: label:1: all labels as one value are not supported by the sandbox's Loki")]
    [InlineData("{{ $ }}", "template: label:1: all labels as one value are not supported by the sandbox's Loki")]
    [InlineData("{{ 'a' }}", "template: label:1: character constants are not supported by the sandbox's Loki")]
    [InlineData("{{ 12abc }}", "template: label:1: bad number syntax: \"12abc\"")]
    public void Parse_OfAWrongTemplate_SaysWhere(string source, string expected) => Assert.Equal(expected, Assert.Throws<TemplateException>(() => Template.Parse("label", source)).Message);

    [Theory]
    [InlineData(20_000, "{{if .a}}")]
    [InlineData(20_000, "{{(")]
    [InlineData(20_000, "{{if .a}}{{else ")]
    public void Parse_OfDeepNesting_IsRefused(int times, string part) =>
        Assert.Throws<TemplateException>(() => Template.Parse("label", string.Concat(Enumerable.Repeat(part, times))));

    [Fact]
    public void Labels_OfATemplate_AreAllThatItMayRead() =>
        Assert.Equal(["a", "b", "c", "d", "e"], Template.Parse("label", "{{if .a}}{{.b | upper}}{{else}}{{$x := .c}}{{printf \"%s\" (.d | lower)}}{{with .e}}{{.}}{{end}}{{end}}").Labels);

    [Theory]
    [InlineData("{{.a}}", "a")]
    [InlineData("{{ .a | upper }}", null)]
    [InlineData("x{{.a}}", null)]
    public void SingleLabel_OfATemplate_IsTheOneThatIsAllOfIt(string source, string? expected) => Assert.Equal(expected, Template.Parse("line", source).SingleLabel);

    private static string Execute(string source)
    {
        var output = new StringBuilder();
        Template.Parse("label", source).Execute(output, name => Labels.GetValueOrDefault(name, ""), () => "the line");
        return output.ToString();
    }
}
