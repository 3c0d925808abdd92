using System.Collections.Immutable;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Clients.Loki;

/// <summary>Which reports of web vitals a question is about, and by which keys the answer is split; the same for logs and metrics.</summary>
/// <param name="Scope">The apps and environments.</param>
public sealed record VitalSelection(FaroScope Scope)
{
    private readonly ImmutableArray<string> _vitals = [.. VitalNames.All];

    /// <summary>Lower-case names of current vitals in their usual order; all five unless told.</summary>
    /// <exception cref="ArgumentException">A name is none of <see cref="VitalNames.All"/>, or there is none.</exception>
    public ImmutableArray<string> Vitals
    {
        get => _vitals;
        init
        {
            if (value.IsDefaultOrEmpty || value.Any(vital => !VitalNames.All.Contains(vital)))
                throw new ArgumentException($"Vitals are {string.Join(", ", VitalNames.All)}.", nameof(value));
            _vitals = [.. VitalNames.All.Where(value.Contains)];
        }
    }

    /// <summary>Keys of lines in label form, in the order in which they were asked for.</summary>
    public ImmutableArray<LabelName> Dimensions { get; init; } = [];

    public ImmutableArray<MetadataFilter> Filters { get; init; } = [];

    /// <summary>How the installation's lines are spelt.</summary>
    public LineParser Parser { get; init; } = LineParser.Logfmt;

    /// <summary>Whether all five vitals are asked for.</summary>
    public bool IsOfAllVitals => Vitals.Length == VitalNames.All.Count;
}
