using Microsoft.Extensions.Primitives;

namespace RumPortal.Sandbox.FaroReceiver.Http;

/// <summary>
/// CORS as Alloy's receiver does it (rs/cors): a preflight is always a 204, and one that is refused carries no <c>Access-Control-*</c>
/// header; a refused POST is still processed, the browser alone is kept from its answer.
/// </summary>
internal sealed class CrossOriginPolicy(IReadOnlyList<string> origins, CorsHeaderList headers)
{
    private static readonly HashSet<string> AlwaysAllowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "content-type", "content-encoding", "traceparent", "x-api-key", "x-faro-session-id", "x-scope-orgid", "origin",
    };

    private readonly string[] _origins = [.. origins.Select(origin => origin.ToLowerInvariant())];

    /// <summary>Without origins CORS is off, and a preflight is a request like any other.</summary>
    public bool IsOn => _origins.Length > 0;

    private bool AllowsAll => _origins.Contains("*");

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && !StringValues.IsNullOrEmpty(request.Headers.AccessControlRequestMethod);

    public void AnswerPreflight(HttpRequest request, HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Vary = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
        var method = request.Headers.AccessControlRequestMethod.ToString();
        var asked = request.Headers.AccessControlRequestHeaders.ToString();
        if (!Allows(request.Headers.Origin) || !AllowsMethod(method) || !AllowsHeaders(asked)) return;
        response.Headers.AccessControlAllowOrigin = AllowsAll ? "*" : request.Headers.Origin;
        response.Headers.AccessControlAllowMethods = method;
        if (asked.Length > 0) response.Headers.AccessControlAllowHeaders = asked;
    }

    public void Decorate(HttpRequest request, HttpResponse response)
    {
        response.Headers.Vary = "Origin";
        if (HttpMethods.IsOptions(request.Method) || !Allows(request.Headers.Origin)) return;
        response.Headers.AccessControlAllowOrigin = AllowsAll ? "*" : request.Headers.Origin;
        if (headers == CorsHeaderList.Current) response.Headers.AccessControlExposeHeaders = "Retry-After";
    }

    private static bool AllowsMethod(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method);

    private bool AllowsHeaders(string asked) => asked
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .All(header => AlwaysAllowed.Contains(header)
            || (headers == CorsHeaderList.Current && header.Equals("idempotency-key", StringComparison.OrdinalIgnoreCase)));

    private bool Allows(StringValues header)
    {
        var origin = header.ToString().ToLowerInvariant();
        return origin.Length > 0 && (AllowsAll || _origins.Any(allowed => Matches(allowed, origin)));
    }

    private static bool Matches(string allowed, string origin)
    {
        var star = allowed.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return allowed == origin;
        var (start, end) = (allowed[..star], allowed[(star + 1)..]);
        return origin.Length >= start.Length + end.Length
            && origin.StartsWith(start, StringComparison.Ordinal) && origin.EndsWith(end, StringComparison.Ordinal);
    }
}
