using System.Text.Json.Serialization;

namespace RumPortal.Portal.Components.Charts;

/// <summary>The shape of a point, so that colour is not the only difference.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartSymbol>))]
public enum ChartSymbol
{
    [JsonStringEnumMemberName("circle")]
    Circle,

    [JsonStringEnumMemberName("cross")]
    Cross,
}
