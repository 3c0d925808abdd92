namespace RumPortal.Domain.Faro;

/// <summary>
/// How a line's kind is found: the key says it; where a pipeline took it away, the stream label or the keys of the kind do.
/// </summary>
internal static class FaroKinds
{
    public static FaroKind Of(in FaroRecord record, string? kindLabel)
    {
        var kind = record.TryGet("kind"u8, out var text) ? Parse(text.Raw) : FaroKind.Unknown;
        if (kind == FaroKind.Unknown && kindLabel is not null) kind = Parse(record.Labels[kindLabel]);
        return kind == FaroKind.Unknown ? FromKeys(record) : kind;
    }

    private static FaroKind FromKeys(in FaroRecord record) =>
        record.Has("event_name"u8) ? FaroKind.Event
        : record.Has("stacktrace"u8) ? FaroKind.Exception
        : HasValue(record) ? FaroKind.Measurement
        : record.Has("message"u8) ? FaroKind.Log
        : FaroKind.Unknown;

    private static bool HasValue(in FaroRecord record)
    {
        foreach (var field in record.Fields)
            if (field.RawKey.StartsWith("value_"u8)) return true;
        return false;
    }

    private static FaroKind Parse(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("log"u8) ? FaroKind.Log
        : kind.SequenceEqual("event"u8) ? FaroKind.Event
        : kind.SequenceEqual("exception"u8) ? FaroKind.Exception
        : kind.SequenceEqual("measurement"u8) ? FaroKind.Measurement
        : FaroKind.Unknown;

    private static FaroKind Parse(string? kind) => kind switch
    {
        "log" => FaroKind.Log,
        "event" => FaroKind.Event,
        "exception" => FaroKind.Exception,
        "measurement" => FaroKind.Measurement,
        _ => FaroKind.Unknown,
    };
}
