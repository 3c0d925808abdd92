using System.Text.Json;
using RumPortal.Sandbox.Otlp.Protobuf;

namespace RumPortal.Sandbox.Otlp.Http;

/// <summary>Answers of OTLP/HTTP, in the encoding of the request.</summary>
internal static class OtlpResponse
{
    private const string JsonContentType = "application/json";
    private const string ProtobufContentType = "application/x-protobuf";

    /// <summary>gRPC's code for an argument that is wrong whatever the state of the server.</summary>
    private const int InvalidArgument = 3;

    /// <summary>Null when the content type is neither of the two.</summary>
    public static OtlpEncoding? EncodingOf(HttpRequest request) => (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant() switch
    {
        JsonContentType => OtlpEncoding.Json,
        ProtobufContentType => OtlpEncoding.Protobuf,
        _ => null,
    };

    public static Task StoredAsync(HttpContext context, OtlpEncoding encoding, PushResult result)
    {
        if (encoding == OtlpEncoding.Json)
        {
            object partial = result.Refused == 0 ? new { } : new { rejectedSpans = FormattableString.Invariant($"{result.Refused}"), errorMessage = result.Message };
            return JsonAsync(context, StatusCodes.Status200OK, new { partialSuccess = partial });
        }

        var message = new ProtobufWriter();
        if (result.Refused > 0)
        {
            message.Message(1, partial =>
            {
                partial.Varint(1, (ulong)result.Refused);
                partial.Text(2, result.Message);
            });
        }

        return ProtobufAsync(context, StatusCodes.Status200OK, message);
    }

    public static Task RefusedAsync(HttpContext context, OtlpEncoding encoding, int status, string text)
    {
        if (encoding == OtlpEncoding.Json) return JsonAsync(context, status, new { code = InvalidArgument, message = text });
        var message = new ProtobufWriter();
        message.Varint(1, InvalidArgument);
        message.Text(2, text);
        return ProtobufAsync(context, status, message);
    }

    public static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static Task JsonAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = JsonContentType;
        return context.Response.WriteAsync(JsonSerializer.Serialize(body), context.RequestAborted);
    }

    private static async Task ProtobufAsync(HttpContext context, int status, ProtobufWriter message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ProtobufContentType;
        context.Response.ContentLength = message.Written.Length;
        await context.Response.Body.WriteAsync(message.Written, context.RequestAborted);
    }
}
