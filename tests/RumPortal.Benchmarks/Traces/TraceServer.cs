using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RumPortal.Domain.Traces;
using RumPortal.Testing.Tempo;

namespace RumPortal.Benchmarks.Traces;

/// <summary>Answers for one trace as Tempo does, in protobuf or JSON, with bodies that were made before.</summary>
internal sealed class TraceServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TraceServer(byte[] protobuf, byte[] json)
    {
        (ProtobufBytes, JsonBytes) = (protobuf.Length, json.Length);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/api/v2/traces/{id}", (HttpContext context) =>
        {
            var isProtobuf = context.Request.Headers.Accept.ToString().Contains("protobuf", StringComparison.Ordinal);
            var body = isProtobuf ? protobuf : json;
            context.Response.ContentType = isProtobuf ? "application/protobuf" : "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
    }

    public int ProtobufBytes { get; }

    public int JsonBytes { get; }

    public string Url => _app.Urls.Single();

    public Uri TraceUrl => new($"{Url}/api/v2/traces/{SampleTrace.Id}");

    public static async Task<TraceServer> StartAsync(Trace trace)
    {
        var server = new TraceServer(OtlpProtobuf.Response(trace).ToArray(), TempoJson.Response(trace));
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
