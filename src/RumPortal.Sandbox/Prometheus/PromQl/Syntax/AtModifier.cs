namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary><c>@ 1795132800.5</c>, <c>@ start()</c> or <c>@ end()</c>.</summary>
public readonly record struct AtModifier(AtAnchor Anchor, long Time = 0);
