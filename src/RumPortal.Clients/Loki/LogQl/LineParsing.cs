namespace RumPortal.Clients.Loki.LogQl;

/// <summary>The stages that find fields in lines of each spelling.</summary>
internal static class LineParsing
{
    public static MetricStage[] Stages(LineParser parser) => parser switch
    {
        LineParser.Logfmt => [new Logfmt()],
        LineParser.Json => [new Json(), DropErrors],
        _ => [new Logfmt(), new Json(), DropErrors],
    };

    // In a metric a line with this label fails the whole query; a line that one parser cannot read is the other's.
    private static Drop DropErrors => new("__error__", "__error_details__");
}
