using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Which measurements are asked for.</summary>
/// <param name="Range">When they arrived.</param>
/// <param name="App">Null for every app that the viewer may see.</param>
/// <param name="Environment">Null for all.</param>
/// <param name="Filters">Conditions on further keys.</param>
public sealed record VitalsQuestion(TimeRange Range, string? App, string? Environment, ImmutableArray<MetadataFilter> Filters);
