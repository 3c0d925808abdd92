using System.Collections.Immutable;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Which streams a question is about. Every ready-made query takes one, so that no query leaves a viewer's apps.
/// </summary>
public sealed record FaroScope
{
    /// <param name="names">The installation's label names.</param>
    /// <param name="apps">The apps, or null for all that there are.</param>
    /// <param name="environments">The environments; null or empty for all.</param>
    /// <exception cref="ArgumentException">The list of apps is empty: who may see none has nothing to ask.</exception>
    public FaroScope(StreamLabelNames names, IEnumerable<string>? apps = null, IEnumerable<string>? environments = null)
    {
        Names = names;
        Apps = apps is null ? null : Sorted(apps);
        Environments = Sorted(environments ?? []);
        if (Apps is { Count: 0 }) throw new ArgumentException("At least one app is needed.", nameof(apps));
    }

    public StreamLabelNames Names { get; }

    public ImmutableSortedSet<string>? Apps { get; }

    public ImmutableSortedSet<string> Environments { get; }

    /// <summary>The streams of all kinds, or of one kind where the kind is a label.</summary>
    /// <example><c>{app_name="shop-web", app_environment=~"production|staging", kind="event"}</c></example>
    public StreamSelector Select(FaroKind? kind = null)
    {
        var matchers = new List<LabelMatcher>
        {
            Apps is null ? LabelMatcher.Exists(Names.App) : LabelMatcher.IsAnyOf(Names.App, Apps),
        };
        if (Environments.Count > 0) matchers.Add(LabelMatcher.IsAnyOf(Names.Environment, Environments));
        if (kind is not null && Names.Kind is { } label) matchers.Add(LabelMatcher.Is(label, WordOf(kind.Value)));
        return new StreamSelector(matchers);
    }

    private static ImmutableSortedSet<string> Sorted(IEnumerable<string> values) =>
        values.Where(value => value.Length > 0).ToImmutableSortedSet(StringComparer.Ordinal);

    private static string WordOf(FaroKind kind) => kind switch
    {
        FaroKind.Event => "event",
        FaroKind.Exception => "exception",
        FaroKind.Measurement => "measurement",
        FaroKind.Log => "log",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No label holds an unknown kind."),
    };
}
