using System.IO.Compression;
using System.IO.Pipelines;

namespace RumPortal.Sandbox.Http;

/// <summary>Writes the body of an answer, compressed when the client accepts gzip. Status and content type are set before.</summary>
internal static class CompressedBody
{
    public static async Task WriteAsync(HttpContext context, Func<PipeWriter, Task> write)
    {
        var response = context.Response;
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

    private static bool AcceptsGzip(HttpRequest request)
    {
        foreach (var coding in request.Headers.AcceptEncoding.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)))
            if (coding.StartsWith("gzip", StringComparison.OrdinalIgnoreCase) && !coding.EndsWith("q=0", StringComparison.Ordinal)) return true;
        return false;
    }
}
