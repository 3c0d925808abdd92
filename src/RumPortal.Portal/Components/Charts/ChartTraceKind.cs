using System.Text.Json.Serialization;

namespace RumPortal.Portal.Components.Charts;

/// <summary>How a trace is drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartTraceKind>))]
public enum ChartTraceKind
{
    [JsonStringEnumMemberName("line")]
    Line,

    [JsonStringEnumMemberName("bars")]
    Bars,

    [JsonStringEnumMemberName("points")]
    Points,
}
