using System.Collections.Frozen;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>Whose backends are the organisation's own: those of the sites of its pages, those that it names, and those that answer with linked spans.</summary>
public sealed class OwnSites
{
    private readonly FrozenSet<string> _answering;
    private readonly FrozenDictionary<string, FrozenSet<string>> _pageSites;
    private readonly FrozenDictionary<string, FrozenSet<string>> _pageOrigins;
    private readonly PropagationFacts _facts;

    public OwnSites(PropagationFacts facts)
    {
        _facts = facts;
        _answering = facts.Requests.Where(request => facts.Linked.Contains(request.Key)).Select(request => SiteName.Of(request.Address.Host)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _pageSites = ByApp(facts, document => document.Host is { } host ? SiteName.Of(host) : null);
        _pageOrigins = ByApp(facts, document => document.Origin);
    }

    /// <summary>Whether it is known on which sites the app's pages are.</summary>
    public bool KnowsPages(string app) => _pageSites.ContainsKey(app);

    public bool IsOwn(string app, string host)
    {
        var site = SiteName.Of(host);
        return _facts.RulesOf(app).IsOwn(host) || _answering.Contains(site) || (_pageSites.TryGetValue(app, out var sites) && sites.Contains(site));
    }

    /// <summary>Whether pages of the app are on this origin, so that the SDK adds the header without being told.</summary>
    public bool IsPageOrigin(string app, string origin) => _pageOrigins.TryGetValue(app, out var origins) && origins.Contains(origin);

    private static FrozenDictionary<string, FrozenSet<string>> ByApp(PropagationFacts facts, Func<DocumentLoad, string?> part) => facts.Documents
        .Select(document => (document.App, Part: part(document)))
        .Where(document => document.Part is not null)
        .GroupBy(document => document.App, document => document.Part ?? "", StringComparer.Ordinal)
        .ToFrozenDictionary(app => app.Key, app => app.ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
}
