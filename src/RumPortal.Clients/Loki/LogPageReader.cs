using RumPortal.Clients.Http;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>Reads one page of lines: asks, parses while the answer arrives, orders, and says what is missing.</summary>
internal sealed class LogPageReader(BackendTransport transport, LokiCalls calls, LokiOptions options, TimeProvider time)
{
    public async Task<LogPage> ReadAsync(LogRequest request, FaroRecordBuffer buffer, CancellationToken cancellation)
    {
        var text = request.Query.ToString();
        var started = time.GetTimestamp();
        ExecutedQuery Executed(long? bytes, long? lines) =>
            new(nameof(Backend.Loki), "LogQL", text, request.Range, time.GetUtcNow(), time.GetElapsedTime(started), bytes, lines);

        if (LogPager.Window(request, options.MaxEntries) is not { } window)
            return new LogPage([], null, Completeness.Complete, Executed(null, null), []);
        var parser = new LogResponseParser(buffer);
        var interruption = await ReceiveAsync(Call(request, text, window), parser, cancellation);
        var executed = Executed(parser.BytesProcessed, parser.LinesProcessed);
        var slice = LogPager.Slice(request, window, parser.Records, options.MaxEntries);
        if (interruption is null) return new LogPage(slice.Records, slice.Next, slice.Completeness, executed, parser.Warnings);
        var again = request.After ?? Beginning(request, window);
        return new LogPage(slice.Records, again, Completeness.Interrupted, executed, parser.Warnings, interruption);
    }

    private BackendCall Call(LogRequest request, string text, LogWindow window)
    {
        var call = calls.Create("read lines", LokiCalls.Api + "query_range",
        [
            new("query", text),
            new("start", LokiCalls.Text(window.Start)),
            new("end", LokiCalls.Text(window.End)),
            new("limit", LokiCalls.Text(window.Limit)),
            new("direction", request.Direction == LogDirection.Forward ? "forward" : "backward"),
        ], text);
        LokiCalls.CheckLength(call, text);
        return call;
    }

    // What arrived before the connection failed is worth showing; a garbled answer is not.
    private async Task<BackendException?> ReceiveAsync(BackendCall call, LogResponseParser parser, CancellationToken cancellation)
    {
        try
        {
            return await transport.ReadAsync<BackendException?>(call, async response =>
            {
                response.CheckIsJson();
                await using var body = await response.OpenBodyAsync();
                await LogResponseReader.ReadAsync(body, parser, response.Cancellation);
                return null;
            }, cancellation);
        }
        catch (BackendException failure)
            when (parser.Records.Count > 0 && failure.Fault is BackendFault.Unreachable or BackendFault.Timeout)
        {
            return failure;
        }
    }

    private static PageCursor Beginning(LogRequest request, LogWindow window) =>
        new(request.Direction == LogDirection.Forward ? window.Start : window.End - 1, []);
}
