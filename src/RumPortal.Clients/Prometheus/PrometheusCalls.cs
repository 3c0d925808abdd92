using System.Globalization;
using System.Net;
using RumPortal.Clients.Http;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Prometheus;

/// <summary>Makes Prometheus' requests: addresses, parameters and methods.</summary>
internal sealed class PrometheusCalls(Uri baseAddress, PrometheusOptions options)
{
    public const string Api = "api/v1/";

    /// <summary>A call whose parameters stand in the address.</summary>
    public BackendCall Get(string operation, string path, params IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        Create(operation, null, options.Timeout, () =>
        {
            var query = string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
            var address = new Uri(baseAddress, path).AbsoluteUri;
            return new HttpRequestMessage(HttpMethod.Get, query.Length == 0 ? address : $"{address}?{query}");
        });

    /// <summary>A call whose parameters are a form: selectors may be longer than an address can be.</summary>
    public BackendCall Post(
        string operation, string path, IReadOnlyList<KeyValuePair<string, string>> parameters, string? query = null, bool isHeavy = false) =>
        Create(operation, query, isHeavy ? options.Timeout * 3 : options.Timeout, () =>
            new HttpRequestMessage(HttpMethod.Post, new Uri(baseAddress, path)) { Content = new FormUrlEncodedContent(parameters) });

    /// <summary>
    /// The range and the selectors of a call for names. The range is always sent: without it Mimir reads all that it keeps.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Matching(TimeRange range, IEnumerable<SeriesSelector> selectors) =>
    [
        new("start", Seconds(range.From)),
        new("end", Seconds(range.To)),
        .. selectors.Select(selector => new KeyValuePair<string, string>("match[]", selector.ToString())),
    ];

    /// <summary>Seconds since 1970 with three decimals, which is the resolution of samples.</summary>
    public static string Seconds(DateTimeOffset instant) =>
        (instant.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private static BackendCall Create(string operation, string? query, TimeSpan timeout, Func<HttpRequestMessage> request) => new()
    {
        Backend = Backend.Prometheus,
        Operation = operation,
        Query = query,
        Timeout = timeout,
        CreateRequest = request,
        Explain = PrometheusErrors.Explain,
        IsPassingFailure = IsPassing,
    };

    // A server that is not ready says 503 in plain text; in its own words, which are JSON, this very query took too long.
    private static bool IsPassing(HttpStatusCode status, string? contentType) =>
        BackendCall.IsPassing(status) && !(status == HttpStatusCode.ServiceUnavailable && contentType == "application/json");
}
