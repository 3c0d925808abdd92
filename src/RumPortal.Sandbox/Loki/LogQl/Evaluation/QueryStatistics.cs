namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>What a query cost: lines and bytes that were looked at, and lines that passed the pipeline.</summary>
public sealed class QueryStatistics
{
    public long Lines { get; private set; }

    public long Bytes { get; private set; }

    public long MetadataBytes { get; private set; }

    public long PassedLines { get; private set; }

    public int Chunks { get; internal set; }

    public int Entries { get; internal set; }

    internal void CountLine(in Store.LogEntry entry)
    {
        Lines++;
        Bytes += entry.Size;
        MetadataBytes += entry.Metadata.TextLength;
    }

    internal void CountPassed() => PassedLines++;
}
