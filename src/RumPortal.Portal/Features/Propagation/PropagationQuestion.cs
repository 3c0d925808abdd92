using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>What is asked of the doctor.</summary>
/// <param name="Range">Which requests; of whole minutes, so that viewers who look together ask the same.</param>
/// <param name="App">Null for all apps that the viewer may see.</param>
/// <param name="Environment">Null for all.</param>
/// <param name="Versions">Versions of the app; empty for all.</param>
public sealed record PropagationQuestion(TimeRange Range, string? App, string? Environment, ImmutableArray<string> Versions);
