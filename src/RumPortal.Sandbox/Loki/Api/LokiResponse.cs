using System.IO.Pipelines;
using RumPortal.Sandbox.Http;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>The two forms of an answer: JSON, compressed when the client accepts gzip, and plain text for errors.</summary>
internal static class LokiResponse
{
    public const string JsonContentType = "application/json; charset=UTF-8";
    public const string TextContentType = "text/plain; charset=utf-8";

    public static Task JsonAsync(HttpContext context, Func<PipeWriter, Task> write, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = JsonContentType;
        return CompressedBody.WriteAsync(context, write);
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
}
