namespace RumPortal.Clients.Loki;

/// <summary>What the server says it is.</summary>
public sealed record BuildInfo(string Version, string Revision);
