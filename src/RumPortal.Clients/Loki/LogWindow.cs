namespace RumPortal.Clients.Loki;

/// <summary>One request's range in nanoseconds since 1970, start inclusive and end exclusive, and how many lines it asks for.</summary>
internal readonly record struct LogWindow(long Start, long End, int Limit);
