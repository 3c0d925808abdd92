using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using RumPortal.Sandbox.Loki.Ingest;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary><c>/push</c>: JSON, perhaps gzipped. Loki's other form, protobuf in snappy, is refused by name.</summary>
internal sealed class PushEndpoint(LokiBackend loki)
{
    public async Task PushAsync(HttpContext context)
    {
        var type = context.Request.ContentType ?? "";
        if (!type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw new PushException(StatusCodes.Status415UnsupportedMediaType, $"Content-Type '{type}' is not supported by the sandbox's Loki: push JSON with Content-Type application/json instead of snappy-compressed protobuf");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = loki.Options.MaxPushSize;
        using var body = await ReadAsync(context);
        loki.Ingester.Push(PushParser.Parse(body.GetBuffer().AsSpan(0, (int)body.Length)));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<MemoryStream> ReadAsync(HttpContext context)
    {
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        await using var decoded = encoding switch
        {
            "" or "identity" => context.Request.Body,
            "gzip" => new GZipStream(context.Request.Body, CompressionMode.Decompress, leaveOpen: true),
            "deflate" => new DeflateStream(context.Request.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => throw new PushException(StatusCodes.Status400BadRequest, $"Content-Encoding \"{encoding}\" not supported"),
        };
        var body = new MemoryStream();
        try
        {
            var buffer = new byte[64 << 10];
            for (int read; (read = await decoded.ReadAsync(buffer, context.RequestAborted)) > 0;)
            {
                if (body.Length + read > loki.Options.MaxPushSize)
                    throw new PushException(StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"request body too large: {body.Length + read} bytes, limit: {loki.Options.MaxPushSize} bytes"));
                body.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e)
        {
            throw new PushException(StatusCodes.Status400BadRequest, $"couldn't decompress push request: {e.Message}");
        }

        return body;
    }
}
