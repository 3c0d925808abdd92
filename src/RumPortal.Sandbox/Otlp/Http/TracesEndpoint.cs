using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using RumPortal.Sandbox.Otlp.Json;
using RumPortal.Sandbox.Otlp.Protobuf;
using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo;

namespace RumPortal.Sandbox.Otlp.Http;

/// <summary>
/// <c>/v1/traces</c>: JSON or protobuf, perhaps gzipped. Answers as a collector does: 200 with a partial success when some spans are refused,
/// 400 with a <c>Status</c> in the request's own encoding when the body cannot be read.
/// </summary>
internal sealed class TracesEndpoint(TempoBackend tempo)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await OtlpResponse.TextAsync(context, StatusCodes.Status405MethodNotAllowed, "405 method not allowed, supported: [POST]");
            return;
        }

        if (OtlpResponse.EncodingOf(context.Request) is not { } encoding)
        {
            const string Supported = "415 unsupported media type, supported: [application/json, application/x-protobuf]";
            await OtlpResponse.TextAsync(context, StatusCodes.Status415UnsupportedMediaType, Supported);
            return;
        }

        try
        {
            using var body = await ReadAsync(context);
            await OtlpResponse.StoredAsync(context, encoding, tempo.Push(Read(encoding, body)));
        }
        catch (OtlpFormatException e)
        {
            await OtlpResponse.RefusedAsync(context, encoding, StatusCodes.Status400BadRequest, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            await OtlpResponse.RefusedAsync(context, encoding, e.StatusCode, e.Message);
        }
    }

    private static List<Span> Read(OtlpEncoding encoding, MemoryStream body)
    {
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        return encoding == OtlpEncoding.Json ? OtlpJsonReader.Read(bytes) : OtlpProtobufReader.Read(bytes.Span);
    }

    private async Task<MemoryStream> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = tempo.Options.MaxPushSize;
        var coding = context.Request.Headers.ContentEncoding.ToString();
        await using var decoded = coding switch
        {
            "" or "identity" => context.Request.Body,
            "gzip" => new GZipStream(context.Request.Body, CompressionMode.Decompress, leaveOpen: true),
            "deflate" or "zlib" => new ZLibStream(context.Request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => throw new OtlpFormatException($"unsupported Content-Encoding: {coding}"),
        };
        try
        {
            return await ReadAsync(decoded, context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw new OtlpFormatException($"{coding}: {e.Message}", e);
        }
    }

    private async Task<MemoryStream> ReadAsync(Stream decoded, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await decoded.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + read > tempo.Options.MaxPushSize)
            {
                var message = string.Create(CultureInfo.InvariantCulture, $"request body too large: the limit is {tempo.Options.MaxPushSize} bytes");
                throw new BadHttpRequestException(message, StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(buffer, 0, read);
        }

        return body;
    }
}
