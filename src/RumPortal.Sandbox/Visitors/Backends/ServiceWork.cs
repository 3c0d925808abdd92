namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>What a service does for a request: the spans beneath its own.</summary>
/// <param name="span">The service's server span.</param>
/// <param name="database">Value of <c>db.system.name</c>.</param>
/// <param name="random">The request's own.</param>
internal delegate IEnumerable<BackendSpan> ServiceWork(BackendSpan span, string database, SeededRandom random);
