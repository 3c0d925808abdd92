using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Tempo.TraceQl;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>The parameter <c>q</c>, and the errors that parameters have in common.</summary>
internal static class QueryParameter
{
    /// <exception cref="BadRequestException">In Tempo's words.</exception>
    public static TraceQlQuery Parse(string text, int longest)
    {
        if (text.Length > longest) throw new BadRequestException(FormattableString.Invariant($"invalid TraceQL query: query exceeds the limit of {longest} bytes"));
        try
        {
            return TraceQlParser.Parse(text);
        }
        catch (TraceQlException e)
        {
            throw Invalid(e.Message);
        }
    }

    public static BadRequestException Invalid(string reason) => new($"invalid TraceQL query: {reason}");

    public static BadRequestException NotANumber(string name, string text) => new($"invalid {name}: strconv.Atoi: parsing {GoQuote.Quote(text)}: invalid syntax");
}
