using System.Globalization;
using RumPortal.Clients.Http;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Tempo;

/// <summary>Makes Tempo's requests. All parameters stand in the address: Tempo reads no forms.</summary>
internal sealed class TempoCalls(Uri baseAddress, TempoOptions options)
{
    /// <summary>Most characters of an address; the library refuses longer ones, and most servers far shorter ones.</summary>
    private const int LongestAddress = 60_000;

    /// <summary>Most bytes of a trace: the most spans that are taken, with a kilobyte each.</summary>
    private const long LargestTrace = 128 * 1024 * 1024;

    public BackendCall Trace(string path, TimeRange? window) =>
        Create("read trace", path, window is { } range ? Range(range) : []) with
        {
            BodyLimit = LargestTrace,
            CreateRequest = () =>
            {
                var request = Request(path, window is { } range ? Range(range) : []);
                // Tempo's own clients ask so; its JSON is not promised to stay.
                request.Headers.Accept.ParseAdd("application/protobuf, application/json;q=0.5");
                return request;
            },
        };

    /// <exception cref="BackendException">The query is longer than an address can be.</exception>
    public BackendCall Create(
        string operation,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        string? query = null,
        bool isHeavy = false)
    {
        if (Address(path, parameters).Length > LongestAddress)
            throw new BackendException(Backend.Tempo, operation, BackendFault.LimitExceeded, TempoErrors.QueryTooLong) { Query = query };
        return new BackendCall
        {
            Backend = Backend.Tempo,
            Operation = operation,
            Query = query,
            Timeout = isHeavy ? options.Timeout * 3 : options.Timeout,
            CreateRequest = () => Request(path, parameters),
            Explain = TempoErrors.Explain,
        };
    }

    /// <summary>The whole seconds around a range. Without a range Tempo reads only what it received last.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Range(TimeRange range)
    {
        var start = Math.Max(0, range.From.ToUnixTimeSeconds());
        var end = Math.Max(start + 1, range.To.AddTicks(-1).ToUnixTimeSeconds() + 1);
        return [new("start", Text(start)), new("end", Text(end))];
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private HttpRequestMessage Request(string path, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        new(HttpMethod.Get, Address(path, parameters));

    private string Address(string path, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var query = string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var address = new Uri(baseAddress, path).AbsoluteUri;
        return query.Length == 0 ? address : $"{address}?{query}";
    }
}
