namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>| line_format "..."</c>: replaces the line that the answer carries.</summary>
public sealed record LineFormat(LabelTemplate Template) : LogStage;
