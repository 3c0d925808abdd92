using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;

namespace RumPortal.Sandbox.FaroReceiver.Http;

/// <summary>
/// The bytes of a request, unpacked, as far as they could be read. A stream that breaks after the first JSON value does not matter, so the
/// fault is kept beside the bytes and reported only when they do not decode.
/// </summary>
internal sealed record RequestBody(ReadOnlyMemory<byte> Bytes, string? Fault, bool TooLarge)
{
    /// <param name="request">Unpacked when <c>Content-Encoding</c> is exactly <c>gzip</c>.</param>
    /// <param name="limit">Most bytes that are kept.</param>
    /// <param name="cancellation">The sender has gone.</param>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        var server = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (server is { IsReadOnly: false }) server.MaxRequestBodySize = null;
        if (request.Headers.ContentEncoding != "gzip") return await CollectAsync(request.Body, limit, cancellation);
        await using var unpacked = new GZipStream(request.Body, CompressionMode.Decompress);
        var body = await CollectAsync(unpacked, limit, cancellation);
        return body.Bytes.IsEmpty && body.Fault is null ? body with { Fault = "EOF" } : body;
    }

    private static async Task<RequestBody> CollectAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        var bytes = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(bytes.GetMemory(16 * 1024), cancellation);
                if (read == 0) return new(bytes.WrittenMemory, null, false);
                bytes.Advance(read);
                if (bytes.WrittenCount > limit) return new(ReadOnlyMemory<byte>.Empty, null, true);
            }
        }
        catch (InvalidDataException)
        {
            return new(bytes.WrittenMemory, bytes.WrittenCount == 0 ? "gzip: invalid header" : "gzip: invalid data", false);
        }
        catch (IOException)
        {
            // A chunk that is malformed, or a connection that broke.
            return new(bytes.WrittenMemory, "unexpected EOF", false);
        }
    }
}
