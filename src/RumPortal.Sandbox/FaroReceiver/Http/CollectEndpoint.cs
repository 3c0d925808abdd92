using System.Security.Cryptography;
using System.Text;
using RumPortal.Sandbox.FaroReceiver.Decoding;

namespace RumPortal.Sandbox.FaroReceiver.Http;

/// <summary>
/// <c>POST /collect</c> with the checks in the order of Alloy since 1.12: global limit, unpack and decode, limit of the app, API key, size.
/// So a broken body with a wrong key is a 400, and a body that is too large is decoded first.
/// </summary>
internal sealed class CollectEndpoint(Receiver receiver)
{
    private static readonly Answer TooManyRequests = new(StatusCodes.Status429TooManyRequests, "Too Many Requests");
    private static readonly Answer TooLarge = new(StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");
    private static readonly Answer Unauthorized = new(StatusCodes.Status401Unauthorized, "API key not provided or incorrect");
    private static readonly Answer Accepted = new(StatusCodes.Status202Accepted, "ok");

    private readonly CrossOriginPolicy _cors = new(receiver.Options.CorsAllowedOrigins, receiver.Options.CorsHeaders);

    public async Task HandleAsync(HttpContext context)
    {
        if (_cors.IsOn && CrossOriginPolicy.IsPreflight(context.Request))
        {
            _cors.AnswerPreflight(context.Request, context.Response);
            return;
        }

        if (_cors.IsOn) _cors.Decorate(context.Request, context.Response);
        var (status, text) = await CollectAsync(context.Request, context.RequestAborted);
        if (status == Accepted.Status) await PlainText.WriteAsync(context, status, text);
        else await PlainText.ErrorAsync(context, status, text);
    }

    private async Task<Answer> CollectAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (receiver.GlobalLimit?.TryTake() == false) return TooManyRequests;
        var options = receiver.Options;
        var body = await RequestBody.ReadAsync(request, options.MaxBufferedBody, cancellation);
        if (body.TooLarge) return TooLarge;
        if (!PayloadDecoder.TryDecode(body.Bytes.Span, out var payload, out var error))
            return new Answer(StatusCodes.Status400BadRequest, body.Fault ?? error);
        if (receiver.AppLimit?.TryTake(payload.Meta.App.Name, payload.Meta.App.Environment) == false) return TooManyRequests;
        if (!HasKey(request)) return Unauthorized;
        if (options.MaxAllowedPayloadSize > 0 && request.ContentLength > options.MaxAllowedPayloadSize) return TooLarge;
        receiver.Accept(payload);
        return Accepted;
    }

    private bool HasKey(HttpRequest request)
    {
        if (receiver.Options.ApiKey.Length == 0) return true;
        var sent = Encoding.UTF8.GetBytes(request.Headers["x-api-key"].ToString());
        return CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(receiver.Options.ApiKey));
    }

    private readonly record struct Answer(int Status, string Text);
}
