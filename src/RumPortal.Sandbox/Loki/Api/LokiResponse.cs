using System.IO.Compression;
using System.IO.Pipelines;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>The two forms of an answer: JSON, compressed when the client accepts gzip, and plain text for errors.</summary>
internal static class LokiResponse
{
    public const string JsonContentType = "application/json; charset=UTF-8";
    public const string TextContentType = "text/plain; charset=utf-8";

    public static async Task JsonAsync(HttpContext context, Func<PipeWriter, Task> write, int status = StatusCodes.Status200OK)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = JsonContentType;
        if (!AcceptsGzip(context.Request))
        {
            await write(response.BodyWriter);
            return;
        }

        response.Headers.ContentEncoding = "gzip";
        response.Headers.Vary = "Accept-Encoding";
        await using var gzip = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
        var writer = PipeWriter.Create(gzip, new StreamPipeWriterOptions(leaveOpen: true));
        await write(writer);
        await writer.CompleteAsync();
    }

    public static Task JsonAsync(HttpContext context, string json, int status = StatusCodes.Status200OK) => JsonAsync(
        context,
        output =>
        {
            JsonText.Raw(output, json);
            return Task.CompletedTask;
        },
        status);

    public static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = TextContentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static bool AcceptsGzip(HttpRequest request)
    {
        foreach (var coding in request.Headers.AcceptEncoding.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)))
            if (coding.StartsWith("gzip", StringComparison.OrdinalIgnoreCase) && !coding.EndsWith("q=0", StringComparison.Ordinal)) return true;
        return false;
    }
}
