using RumPortal.Domain.Sessions;

namespace RumPortal.Domain.Traces;

/// <summary>What a browser's span says of who caused it: the way from a trace back to a session.</summary>
/// <param name="App">The app's name.</param>
/// <param name="Session">Null when the span names none.</param>
/// <param name="Visitor">Who it was, as the app told the SDK; shown only to those who may see users.</param>
/// <param name="Action">The user action that it belongs to; null for none.</param>
/// <param name="Page">The page's address, which only spans of interactions and page loads carry; null for others.</param>
/// <param name="Start">Nanoseconds since 1970 by the browser's clock, uncorrected: what the session's lines say too.</param>
/// <remarks>
/// Faro SDK 2.x writes <c>session.id</c>, <c>user.id</c>, <c>user.name</c>, <c>user.email</c>, <c>user.full_name</c> and, in a user action,
/// <c>faro.action.user.name</c>; SDK 1.x also <c>session_id</c>. OpenTelemetry's name for a user is <c>enduser.id</c>.
/// </remarks>
public sealed record FrontendLink(string App, string? Session, Visitor Visitor, string? Action, string? Page, long Start)
{
    private static readonly string[] Sessions = ["session.id", "session_id"];
    private static readonly string[] UserIds = ["user.id", "enduser.id"];
    private static readonly string[] UserNames = ["user.name", "user.full_name"];
    private static readonly string[] Urls = ["url.full", "http.url"];

    /// <summary>Null for a span that is no browser's.</summary>
    public static FrontendLink? Of(Span span)
    {
        if (!span.Resource.IsBrowser) return null;
        var attributes = span.Attributes;
        return new FrontendLink(
            span.Resource.Service,
            NotEmpty(attributes.Text(Sessions)),
            new Visitor(NotEmpty(attributes.Text(UserIds)), NotEmpty(attributes.Text(UserNames)), NotEmpty(attributes.Text("user.email"))),
            NotEmpty(attributes.Text("faro.action.user.name")),
            // The address of a client span is the one that it called.
            span.Kind == SpanKind.Client ? null : NotEmpty(attributes.Text(Urls)),
            span.Start);
    }

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
