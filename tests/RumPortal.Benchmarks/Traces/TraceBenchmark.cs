using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RumPortal.Clients;
using RumPortal.Clients.Tempo;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;
using RumPortal.Portal.Api;

namespace RumPortal.Benchmarks.Traces;

/// <summary>
/// A trace over the loopback, from the store's bytes to what a waterfall draws: against reading the bytes and no more, and against the plain
/// chain of text, JSON document and dictionaries.
/// </summary>
internal static class TraceBenchmark
{
    private static readonly MediaTypeWithQualityHeaderValue Protobuf = new("application/protobuf");

    public static async Task RunAsync()
    {
        foreach (var spans in new[] { 10_000, 100_000 }) await RunAsync(spans);
    }

    private static async Task RunAsync(int spans)
    {
        var trace = SampleTrace.Create(spans);
        await using var server = await TraceServer.StartAsync(trace);
        await using var services = new ServiceCollection()
            .AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection([new("Backends:Tempo:Url", server.Url)]).Build())
            .BuildServiceProvider();
        var tempo = services.GetRequiredService<TempoClient>();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        await CheckAsync(tempo, http, server, trace);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{spans:N0} spans of a dozen attributes: {server.ProtobufBytes / 1e6:0.0} MB in protobuf, {server.JsonBytes / 1e6:0.0} MB in JSON. MB/s are those of protobuf."));

        await new Contest(rounds: spans > 50_000 ? 5 : 15)
            .Add("the bytes of protobuf, read and dropped", () => BytesAsync(http, server))
            .Add("portal: spans", () => SpansAsync(tempo))
            .Add("portal: spans and tree", () => TreeAsync(tempo))
            .Add("portal: spans, tree and what the waterfall draws", () => LayoutAsync(tempo))
            .Add("naive: string, JSON document, dictionaries, tree", () => NaiveAsync(http, server))
            .RunAsync(server.ProtobufBytes / 1e6, "MB/s", spans, "span");
    }

    private static async Task CheckAsync(TempoClient tempo, HttpClient http, TraceServer server, Trace trace)
    {
        var tree = await TreeAsync(tempo);
        var naive = await NaiveAsync(http, server);
        var same = tree.Nodes.Length == trace.Spans.Length && naive.Count == trace.Spans.Length
            && tree.Nodes.Zip(naive).All(pair =>
                pair.First.Id?.ToString() == pair.Second.Span.Id && pair.First.Depth == pair.Second.Depth && pair.First.Service == pair.Second.Span.Service
                && pair.First.Span?.Attributes.All(item => pair.Second.Span.Attributes.TryGetValue(item.Key, out var value) && string.Equals(value, item.Value.ToString(), StringComparison.OrdinalIgnoreCase)) == true);
        if (!same) throw new InvalidOperationException($"The two ways disagree: {tree.Nodes.Length} and {naive.Count} spans.");
    }

    private static async Task BytesAsync(HttpClient http, TraceServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.TraceUrl);
        request.Headers.Accept.Add(Protobuf);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
    }

    private static async Task<Trace> SpansAsync(TempoClient tempo) =>
        (await tempo.TraceAsync(SampleTrace.Id, null, CancellationToken.None)).Trace ?? throw new InvalidOperationException("The trace is missing.");

    private static async Task<TraceTree> TreeAsync(TempoClient tempo) => TraceTree.Build(await SpansAsync(tempo));

    private static async Task<WaterfallDocument> LayoutAsync(TempoClient tempo) => WaterfallDocument.Of(await TreeAsync(tempo), isComplete: true);

    private static async Task<List<(NaiveSpan Span, int Depth)>> NaiveAsync(HttpClient http, TraceServer server) =>
        NaiveSpan.Layout(await http.GetStringAsync(server.TraceUrl));
}
