using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>Names of the stream labels; see <see cref="StreamLabelNames"/>. An empty name says that there is no such label.</summary>
public sealed class LokiLabelOptions
{
    public string App { get; set; } = "app_name";

    public string Environment { get; set; } = "app_environment";

    public string Kind { get; set; } = "kind";

    public string Team { get; set; } = "";

    /// <exception cref="ArgumentException">A name cannot stand in a query; validated options have none such.</exception>
    public StreamLabelNames ToNames() => new(App, Environment, Optional(Kind), Optional(Team));

    private static LabelName? Optional(string name) => name.Length == 0 ? (LabelName?)null : new LabelName(name);
}
