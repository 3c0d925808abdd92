namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>The kinds of spans that backends make, with OTLP's numbers.</summary>
internal enum BackendSpanKind
{
    Internal = 1,
    Server = 2,
    Client = 3,
}
