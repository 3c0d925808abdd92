using System.Text;

namespace RumPortal.Sandbox.FaroReceiver.Http;

/// <summary>Answers as Go's <c>net/http</c> writes them.</summary>
internal static class PlainText
{
    public static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>Go's <c>http.Error</c>: ends with a newline and forbids sniffing.</summary>
    public static Task ErrorAsync(HttpContext context, int status, string text)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return WriteAsync(context, status, text + "\n");
    }
}
