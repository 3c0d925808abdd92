using System.Globalization;
using System.Text;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>Makes Loki's requests: addresses, parameters and headers.</summary>
internal sealed class LokiCalls(Uri baseAddress, LokiOptions options)
{
    public const string Api = "loki/api/v1/";

    /// <summary>Loki's bound on the text of a query, in bytes.</summary>
    private const int LongestQuery = 131_071;

    // Proxies cut addresses from about 8 kB on; Loki reads forms on all its read endpoints.
    private const int LongestAddress = 4096;

    /// <summary>Times of less than eleven digits would be read as seconds.</summary>
    private const long EarliestNanosecond = 10_000_000_000;

    public BackendCall Create(
        string operation,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        string? query = null,
        bool isHeavy = false) => new()
    {
        Backend = Backend.Loki,
        Operation = operation,
        Query = query,
        Timeout = isHeavy ? options.Timeout * 3 : options.Timeout,
        CreateRequest = () => Request(operation, path, parameters),
        Explain = LokiErrors.Explain,
    };

    /// <summary>A call about the streams of a selector in a range.</summary>
    public BackendCall Select(
        string operation,
        string endpoint,
        TimeRange range,
        StreamSelector? selector,
        string parameter = "query",
        params KeyValuePair<string, string>[] others)
    {
        List<KeyValuePair<string, string>> parameters =
            [new("start", Text(Nanoseconds(range.From))), new("end", Text(Nanoseconds(range.To)))];
        if (selector is not null) parameters.Add(new(parameter, selector.ToString()));
        return Create(operation, Api + endpoint, [.. parameters, .. others], selector?.ToString());
    }

    /// <summary>Nanoseconds since 1970, within what Loki reads as such.</summary>
    public static long Nanoseconds(DateTimeOffset instant) =>
        (long)Int128.Clamp(
            (Int128)(instant - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick, EarliestNanosecond, long.MaxValue);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="BackendException">The query is longer than Loki reads.</exception>
    public static void CheckLength(BackendCall call, string query)
    {
        if (Encoding.UTF8.GetByteCount(query) <= LongestQuery) return;
        throw new BackendException(call.Backend, call.Operation, BackendFault.LimitExceeded, LokiErrors.QueryTooLong) { Query = query };
    }

    private HttpRequestMessage Request(string operation, string path, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var address = new Uri(baseAddress, path);
        var query = string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var request = address.AbsoluteUri.Length + query.Length < LongestAddress
            ? new HttpRequestMessage(HttpMethod.Get, query.Length == 0 ? address : new Uri($"{address.AbsoluteUri}?{query}"))
            : new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(parameters) };
        // With this, labels that Loki adds by itself do not split streams, and metadata stays apart from labels. Versions before 3.0
        // ignore it.
        request.Headers.Add("X-Loki-Response-Encoding-Flags", "categorize-labels");
        request.Headers.Add("X-Query-Tags", $"Source=RumPortal,Operation={operation.Replace(' ', '-')}");
        return request;
    }
}
