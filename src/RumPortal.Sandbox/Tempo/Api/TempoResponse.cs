using System.Text.Encodings.Web;
using System.Text.Json;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Otlp.Protobuf;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>The forms of an answer: JSON, compressed when the client accepts gzip; protobuf; and plain text for errors.</summary>
internal static class TempoResponse
{
    public const string ProtobufContentType = "application/protobuf";

    private const string TextContentType = "text/plain; charset=utf-8";
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static bool WantsProtobuf(HttpRequest request) =>
        request.Headers.Accept.Any(value => value?.Contains(ProtobufContentType, StringComparison.OrdinalIgnoreCase) == true);

    public static Task JsonAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = "application/json";
        return CompressedBody.WriteAsync(context, async output =>
        {
            await using var json = new Utf8JsonWriter(output, JsonOptions);
            write(json);
            await json.FlushAsync(context.RequestAborted);
        });
    }

    public static Task ProtobufAsync(HttpContext context, ProtobufWriter message)
    {
        context.Response.ContentType = ProtobufContentType;
        return CompressedBody.WriteAsync(context, async output => await output.WriteAsync(message.Written, context.RequestAborted));
    }

    public static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = TextContentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
