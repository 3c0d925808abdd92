using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>Page loads and errors over a range, in windows of equal length.</summary>
public sealed record SessionVolume(TimeRange Range, TimeSpan Window, ImmutableArray<VolumeBar> Bars);
