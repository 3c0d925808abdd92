using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>
/// <c>| logfmt session_id, user_id</c>: only these keys become labels, which keeps answers of log queries small. Log queries only, see
/// <see cref="MetricStage"/>.
/// </summary>
public sealed record LogfmtFields : LogStage
{
    /// <exception cref="ArgumentException">No name is given.</exception>
    public LogfmtFields(params IEnumerable<LabelName> names)
    {
        Names = [.. names];
        if (Names.IsEmpty) throw new ArgumentException("At least one name is needed; all keys are Logfmt.", nameof(names));
    }

    public ImmutableArray<LabelName> Names { get; }
}
