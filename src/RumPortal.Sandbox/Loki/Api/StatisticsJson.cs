using System.Text.Json;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>The <c>stats</c> of an answer, with real counts of bytes and lines; all of them come out of memory, so they stand under the ingester.</summary>
internal static class StatisticsJson
{
    public static string Write(QueryStatistics statistics, TimeSpan elapsed)
    {
        var seconds = Math.Max(elapsed.TotalSeconds, 1e-9);
        return JsonSerializer.Serialize(new
        {
            summary = new
            {
                bytesProcessedPerSecond = (long)(statistics.Bytes / seconds),
                linesProcessedPerSecond = (long)(statistics.Lines / seconds),
                totalBytesProcessed = statistics.Bytes,
                totalLinesProcessed = statistics.Lines,
                execTime = elapsed.TotalSeconds,
                queueTime = 0.0,
                subqueries = 0,
                totalEntriesReturned = statistics.Entries,
                splits = 1,
                shards = 0,
                totalPostFilterLines = statistics.PassedLines,
                totalStructuredMetadataBytesProcessed = statistics.MetadataBytes,
            },
            querier = new { store = Store(0, new()) },
            ingester = new
            {
                totalReached = 1,
                totalChunksMatched = statistics.Chunks,
                totalBatches = 1,
                totalLinesSent = statistics.PassedLines,
                store = Store(statistics.Chunks, statistics),
            },
        });
    }

    private static object Store(int chunks, QueryStatistics statistics) => new
    {
        totalChunksRef = chunks,
        totalChunksDownloaded = 0,
        chunksDownloadTime = 0,
        chunk = new
        {
            headChunkBytes = statistics.Bytes,
            headChunkLines = statistics.Lines,
            decompressedBytes = 0,
            decompressedLines = 0,
            compressedBytes = 0,
            totalDuplicates = 0,
            postFilterLines = statistics.PassedLines,
        },
    };
}
