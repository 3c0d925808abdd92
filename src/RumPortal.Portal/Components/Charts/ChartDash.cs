using System.Text.Json.Serialization;

namespace RumPortal.Portal.Components.Charts;

/// <summary>How a line is drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartDash>))]
public enum ChartDash
{
    [JsonStringEnumMemberName("solid")]
    Solid,

    [JsonStringEnumMemberName("dotted")]
    Dotted,

    [JsonStringEnumMemberName("dashed")]
    Dashed,
}
