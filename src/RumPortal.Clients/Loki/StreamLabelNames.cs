using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// What an installation calls the stream labels of Faro lines. Each receiver decides that by itself, so the names are settings; kind and
/// team may not be labels at all.
/// </summary>
public sealed record StreamLabelNames(LabelName App, LabelName Environment, LabelName? Kind, LabelName? Team)
{
    public static StreamLabelNames Default { get; } = new("app_name", "app_environment", "kind", null);
}
