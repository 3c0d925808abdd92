using RumPortal.Clients.Tempo.TraceQl;

namespace RumPortal.UnitTests.Clients.TraceQl;

public sealed class TraceQlTextTests
{
    [Theory]
    [InlineData("http.request.header.uber-trace-id", "span.http.request.header.uber-trace-id")]
    [InlineData("session_id", "span.session_id")]
    [InlineData("my attr", "span.\"my attr\"")]
    [InlineData("a\"b\\c", "span.\"a\\\"b\\\\c\"")]
    [InlineData("1st", "span.\"1st\"")]
    [InlineData(".hidden", "span.\".hidden\"")]
    [InlineData("ends.", "span.\"ends.\"")]
    [InlineData("a=b} || {", "span.\"a=b} || {\"")]
    [InlineData("größe", "span.\"größe\"")]
    public void Attribute_OfAnyName_IsQuotedWhereNeeded(string name, string expected) => Assert.Equal(expected, TraceField.Span(name).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("\uD83D")]
    public void Attribute_WhoseNameCannotBeSaid_IsRefused(string name)
    {
        Assert.False(TraceField.IsName(name));
        Assert.Throws<ArgumentException>(() => TraceField.Any(name));
    }

    [Fact]
    public void Attribute_WithATooLongName_IsRefused()
    {
        Assert.True(TraceField.IsName(new string('x', 1024)));
        Assert.False(TraceField.IsName(new string('x', 1025)));
        Assert.False(TraceField.IsName(null));
    }

    [Theory]
    [InlineData("  { status = error }\n ", "{ status = error }")]
    [InlineData("{ name = \"a\tb\" }\r\n| count() > 2", "{ name = \"a\tb\" }\r\n| count() > 2")]
    [InlineData("nonsense", "nonsense")]
    public void Raw_OfAQueryThatWasTyped_IsAsItWas(string text, string expected) => Assert.Equal(expected, TraceQuery.Raw(text).ToString());

    [Theory]
    [InlineData(null, "A TraceQL query is needed, for example { status = error }.")]
    [InlineData(" \n", "A TraceQL query is needed, for example { status = error }.")]
    [InlineData("{ a = \0 }", "A TraceQL query cannot hold control characters.")]
    public void Raw_OfWhatIsNoQuery_IsASentence(string? text, string expected)
    {
        Assert.False(TraceQuery.TryRaw(text, out var query, out var fault));
        Assert.Equal((null, expected), (query, fault));
        Assert.Throws<ArgumentException>(() => TraceQuery.Raw(text ?? ""));
    }

    [Fact]
    public void Raw_OfATooLongQuery_IsASentence()
    {
        Assert.True(TraceQuery.TryRaw(new string('x', TraceQuery.LongestTyped), out _, out _));
        Assert.False(TraceQuery.TryRaw(new string('x', TraceQuery.LongestTyped + 1), out _, out var fault));
        Assert.Equal("A TraceQL query has at most 10000 characters here, this one 10001.", fault);
    }
}
