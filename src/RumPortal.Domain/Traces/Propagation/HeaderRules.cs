using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// What is known about an app beyond its telemetry: to which addresses its SDK adds the header, and whose backends are the organisation's own.
/// </summary>
/// <param name="InjectedUrls">The app's <c>propagateTraceHeaderCorsUrls</c>; null when the portal was not told.</param>
/// <param name="OwnHosts">Hosts of the organisation beside the sites of the app's pages.</param>
public sealed record HeaderRules(ImmutableArray<Regex>? InjectedUrls, ImmutableArray<string> OwnHosts)
{
    /// <summary>Nothing is known.</summary>
    public static HeaderRules Unknown { get; } = new(null, []);

    /// <summary>Whether the SDK adds the header when a page of another origin calls this address; null when it is not known.</summary>
    public bool? Injects(string url)
    {
        if (InjectedUrls is not { } patterns) return null;
        try
        {
            return patterns.Any(pattern => pattern.IsMatch(url));
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern that is slow on some address tells nothing about it.
            return null;
        }
    }

    public bool IsOwn(string host) => OwnHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
