using RumPortal.Sandbox.Re2;

namespace RumPortal.UnitTests.Sandbox.Loki.Re2;

public sealed class Re2RegexTests
{
    [Theory]
    [InlineData("a.c", "xabcx", true)]
    [InlineData("a.c", "a\nc", false)]
    [InlineData("(?s)a.c", "a\nc", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData("(?m)^b$", "a\nb\nc", true)]
    [InlineData("^b$", "a\nb\nc", false)]
    [InlineData("\\Ab\\z", "b", true)]
    [InlineData("[[:alpha:]]+[[:^digit:]]", "ab1", true)]
    [InlineData("[^[:alpha:]]", "abc", false)]
    [InlineData("\\d+", "٣٤", false)]
    [InlineData("\\w", "é", false)]
    [InlineData("\\W", "é", true)]
    [InlineData("[\\d\\-x]+", "-", true)]
    [InlineData("\\pL+", "é", true)]
    [InlineData("\\p{Lu}", "a", false)]
    [InlineData("\\P{Lu}", "A", false)]
    [InlineData("(?i)straSSe", "STRASSE", true)]
    [InlineData("(?i)[^a]", "A", false)]
    [InlineData("(?i)k", "\u212A", true)]
    [InlineData("a(?i)b", "aB", true)]
    [InlineData("a(?i:b)c", "aBC", false)]
    [InlineData("^\\Qa.b\\E+$", "a.bbb", true)]
    [InlineData("^\\Qa.b\\E+$", "a.ba.b", false)]
    [InlineData("\\Qa.b\\E", "a.b", true)]
    [InlineData("x{2,3}$", "xxx", true)]
    [InlineData("^x{2}$", "xxx", false)]
    [InlineData("a{,3}", "a{,3}", true)]
    [InlineData("\\x41\\x{1F600}", "A😀", true)]
    [InlineData("\\101", "A", true)]
    [InlineData("\\bfoo\\b", "a foo b", true)]
    [InlineData("\\bfoo\\b", "afoob", false)]
    [InlineData("\\bfoo", "購foo", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("|b", "x", true)]
    public void IsMatch_OfAnyPattern_FollowsRe2(string pattern, string text, bool expected) => Assert.Equal(expected, Re2Regex.Parse(pattern).IsMatch(text));

    [Theory]
    [InlineData(".", "😀", true)]
    [InlineData("..", "😀", false)]
    [InlineData("[^a]", "😀", true)]
    [InlineData("[😀-😂]", "😁", true)]
    [InlineData("[\\x{10000}-\\x{10FFFF}]", "購", false)]
    [InlineData("a|b", "b", true)]
    [InlineData("a|b", "ab", false)]
    public void ParseAnchored_OfAPattern_MatchesWholeTextsByCodePoint(string pattern, string text, bool expected) =>
        Assert.Equal(expected, Re2Regex.ParseAnchored(pattern).IsMatch(text));

    [Theory]
    [InlineData("(", "error parsing regexp: missing closing ): `(`")]
    [InlineData("a)", "error parsing regexp: unexpected ): `a)`")]
    [InlineData("[a", "error parsing regexp: missing closing ]: `[a`")]
    [InlineData("*a", "error parsing regexp: missing argument to repetition operator: `*`")]
    [InlineData("a**", "error parsing regexp: invalid nested repetition operator: `a**`")]
    [InlineData("a{1001}", "error parsing regexp: invalid repeat count: `{1001}`")]
    [InlineData("a{3,2}", "error parsing regexp: invalid repeat count: `{3,2}`")]
    [InlineData("\\q", "error parsing regexp: invalid escape sequence: `\\q`")]
    [InlineData("\\1", "error parsing regexp: invalid escape sequence: `\\1`")]
    [InlineData("a\\", "error parsing regexp: trailing backslash at end of expression: ``")]
    [InlineData("(?=a)", "error parsing regexp: invalid or unsupported Perl syntax: `(?=`")]
    [InlineData("(?<!a)b", "error parsing regexp: invalid named capture: `(?<!a)b`")]
    [InlineData("[z-a]", "error parsing regexp: invalid character class range: `z-a`")]
    [InlineData("[[:nope:]]", "error parsing regexp: invalid character class range: `[:nope:]`")]
    [InlineData("(?P<n>a)(?P<n>b)", "error parsing regexp: duplicate capture group name: `n`")]
    [InlineData("(?P<>a)", "error parsing regexp: invalid named capture: `(?P<>`")]
    public void Parse_OfWhatRe2Refuses_SaysWhatGoSays(string pattern, string expected) =>
        Assert.Equal(expected, Assert.Throws<Re2SyntaxException>(() => Re2Regex.Parse(pattern)).Message);

    [Fact]
    public void Parse_OfDeepNesting_IsRefused() =>
        Assert.Contains("nests too deeply", Assert.Throws<Re2SyntaxException>(() => Re2Regex.Parse(new string('(', 50_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_OfAnExplodingRepeat_IsRefused() =>
        Assert.Contains("too large", Assert.Throws<Re2SyntaxException>(() => Re2Regex.Parse("((a{100}){100}){100}")).Message, StringComparison.Ordinal);

    [Fact]
    public void IsMatch_OfACatastrophicPattern_TakesLinearTime()
    {
        var regex = Re2Regex.Parse("(a*)*(a*)*(a*)*b");

        Assert.False(regex.IsMatch(new string('a', 100_000)));
    }

    [Fact]
    public void Match_WithNamedAndUnnamedGroups_NumbersThemFromLeftToRight()
    {
        var regex = Re2Regex.Parse("(?P<first>a)(b)(?:x)(?<third>c)");

        var match = regex.Match("abxc");

        Assert.Equal(["first", null, "third"], regex.GroupNames);
        Assert.Equal(["a", "b", "c"], new[] { 1, 2, 3 }.Select(n => match.Groups[n].Value));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("id=(s1|s2)", "id=s1,id=s2")]
    [InlineData("(a|b)(c|d)", "ac,ad,bc,bd")]
    public void Alternatives_OfPlainTexts_AreListed(string pattern, string expected) => Assert.Equal(expected.Split(','), Re2Regex.Parse(pattern).Alternatives);

    [Theory]
    [InlineData("^a")]
    [InlineData("a+")]
    [InlineData("(?i)a")]
    [InlineData("a.b")]
    public void Alternatives_OfAnythingElse_AreNone(string pattern) => Assert.Null(Re2Regex.Parse(pattern).Alternatives);

    [Theory]
    [InlineData("status code 5\\d\\d", "status code 5")]
    [InlineData("a.*longest.*b", "longest")]
    [InlineData("(abc)+d?", "abc")]
    [InlineData("(?i)x", "")]
    [InlineData("a|b", "")]
    [InlineData("(longer)?ab", "ab")]
    public void RequiredText_OfAPattern_IsInEveryMatch(string pattern, string expected) => Assert.Equal(expected, Re2Regex.Parse(pattern).RequiredText);
}
