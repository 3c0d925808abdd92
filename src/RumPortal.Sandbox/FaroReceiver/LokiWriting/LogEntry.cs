namespace RumPortal.Sandbox.FaroReceiver.LokiWriting;

/// <summary>A line on its way to Loki.</summary>
/// <param name="Stream">The stream's labels as a JSON object.</param>
/// <param name="Nanoseconds">Unix time of arrival.</param>
/// <param name="Line">The log line.</param>
public readonly record struct LogEntry(string Stream, long Nanoseconds, string Line)
{
    /// <summary>Bytes this entry holds in memory, roughly.</summary>
    public long Size => 2L * (Line.Length + Stream.Length) + 64;
}
