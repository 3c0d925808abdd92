using System.Globalization;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>The attributes of the span of a request, in the order of the SDK in use: new conventions since 2.10, old ones before.</summary>
internal static class RequestAttributes
{
    /// <returns>Texts, and the status as a number.</returns>
    public static IEnumerable<(string Key, object Value)> Of(SpanItem span, Visitor visitor, string session) =>
        visitor.Sdk.HasOldConventions ? Old(span, visitor, session) : New(span, session);

    private static IEnumerable<(string Key, object Value)> New(SpanItem span, string session)
    {
        yield return ("http.request.method", span.Method);
        yield return ("url.full", span.Url.AbsoluteUri);
        yield return ("session.id", session);
        yield return ("http.response.status_code", span.Status);
        yield return ("server.address", span.Url.Host);
        if (span.Failed) yield return ("error.type", span.Status.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(string Key, object Value)> Old(SpanItem span, Visitor visitor, string session)
    {
        if (span.Scope == "fetch") yield return ("component", "fetch");
        yield return ("http.method", span.Method);
        yield return ("http.url", span.Url.AbsoluteUri);
        yield return ("session.id", session);
        yield return ("http.status_code", span.Status);
        yield return ("http.host", span.Url.Authority);
        yield return ("http.scheme", span.Url.Scheme);
        yield return ("http.user_agent", visitor.Browser.UserAgent);
    }
}
