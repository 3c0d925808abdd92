using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>| label_format name="..."</c>: sets a label from a template over the labels that are there before the stage.</summary>
public sealed record LabelFormat(LabelName Name, LabelTemplate Template) : MetricStage;
