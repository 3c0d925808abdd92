using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using RumPortal.Sandbox.Http;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary>The envelope of every answer.</summary>
/// <remarks><c>{"status":"success","data":...}</c> or <c>{"status":"error","errorType":"bad_data","error":"..."}</c></remarks>
internal static class PrometheusResponse
{
    public const string JsonContentType = "application/json";
    public const string TextContentType = "text/plain; charset=utf-8";

    /// <summary>Quotes in error texts and labels stay readable; nothing of this is ever part of a page.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task SuccessAsync(HttpContext context, object data) => JsonAsync(context, StatusCodes.Status200OK, new { status = "success", data });

    public static Task ErrorAsync(HttpContext context, ApiError error) =>
        JsonAsync(context, error.Status, new { status = "error", errorType = error.Type, error = error.Message });

    public static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = TextContentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static Task JsonAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = JsonContentType;
        return CompressedBody.WriteAsync(context, async output =>
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(body, Json));
            await output.FlushAsync(context.RequestAborted);
        });
    }
}
