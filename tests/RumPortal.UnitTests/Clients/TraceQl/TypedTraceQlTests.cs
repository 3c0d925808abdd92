using RumPortal.Clients.Tempo.TraceQl;

namespace RumPortal.UnitTests.Clients.TraceQl;

public sealed class TypedTraceQlTests
{
    private static readonly Spanset Scope = Spanset.Where(TraceField.Resource("service.name").Is("shop-web"));

    [Theory]
    [InlineData("{ status = error }")]
    [InlineData("{ status = error } | count() > 2")]
    [InlineData("({ kind = client } >> { kind = server }) || { name = \")\" }")]
    [InlineData("{ span.a = `)` && span.\"b)\\\"\" = 1 }")]
    [InlineData("{ span.a=\"it's\"||name=~`b'`&&(\"x\"=.\"c d\") }")]
    [InlineData("{ span.url.full = \"https://a//b/*c\" }")]
    public void Query_ThatStaysWithinItsParentheses_IsAskedBesideTheScope(string typed)
    {
        Assert.True(TraceQuery.TryWithin(Scope, [TraceStage.Selecting(TraceField.Status)], typed, out var query, out _));
        Assert.Equal($"({{ resource.service.name = \"shop-web\" }} | select(status)) && ({typed}) with (most_recent=true)", query.ToString());
    }

    [Theory]
    [InlineData("{ } ) || ( { }", "A ')' in the query closes nothing that is open.")]
    [InlineData("{ } } || { {", "A '}' in the query closes nothing that is open.")]
    [InlineData("{ ( } )", "A '}' in the query closes nothing that is open.")]
    [InlineData("({ }", "The query lacks a ')'.")]
    [InlineData("{ name = \"a }", "A text in the query has no end.")]
    [InlineData("{ name = \"a\n\" }", "A text in the query has no end.")]
    [InlineData("{ name = \"a\\", "A text in the query has no end.")]
    [InlineData("{ name = `a }", "A text in the query has no end.")]
    [InlineData("{ span.a`b = 1 } ) || ({ span.c`d = 1 }", "A ` in the query stands within a name.")]
    [InlineData("{ span.`b = 1 } ) || ({ span.`d = 1 }", "A ` in the query stands within a name.")]
    [InlineData("{ span.a\"b = 1 } ) || ({ span.c\"d = 1 }", "A \" in the query stands within a name.")]
    [InlineData("{ span.\"a\"\"b\" = 1 }", "A \" in the query stands within a name.")]
    [InlineData("{ span.a'\" = 1 } ) || ({ span.b'\" = 1 }", "A query cannot hold single quotes outside of texts here.")]
    [InlineData("{ } // ", "A query cannot hold comments here.")]
    [InlineData("{ } /* ", "A query cannot hold comments here.")]
    [InlineData("", "A TraceQL query is needed, for example { status = error }.")]
    public void Query_ThatWouldGetAroundTheScope_IsRefused(string typed, string expected)
    {
        Assert.False(TraceQuery.TryWithin(Scope, [], typed, out var query, out var fault));
        Assert.Null(query);
        Assert.Equal(expected, fault);
    }
}
