using System.Security.Cryptography;
using System.Text;

namespace RumPortal.Sandbox.FaroReceiver.Http;

/// <summary>
/// <c>POST /collect</c> with the checks in the order of Alloy since 1.12: global limit, unpack and decode, limit of the app, API key, size.
/// So a broken body with a wrong key is a 400, and a body that is too large is decoded first.
/// </summary>
internal sealed class CollectEndpoint(Receiver receiver)
{
    private readonly CrossOriginPolicy _cors = new(receiver.Options.CorsAllowedOrigins, receiver.Options.CorsHeaders);

    public async Task HandleAsync(HttpContext context)
    {
        if (_cors.IsOn && CrossOriginPolicy.IsPreflight(context.Request))
        {
            _cors.AnswerPreflight(context.Request, context.Response);
            return;
        }

        if (_cors.IsOn) _cors.Decorate(context.Request, context.Response);
        await CollectAsync(context);
    }

    private async Task CollectAsync(HttpContext context)
    {
        var options = receiver.Options;
        if (receiver.GlobalLimit?.TryTake() == false)
        {
            await PlainText.ErrorAsync(context, StatusCodes.Status429TooManyRequests, "Too Many Requests");
            return;
        }

        var body = await RequestBody.ReadAsync(context.Request, options.MaxBufferedBody, context.RequestAborted);
        if (body.TooLarge)
        {
            await PlainText.ErrorAsync(context, StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");
            return;
        }

        if (!Receiver.TryDecode(body.Bytes.Span, out var payload, out var error))
        {
            await PlainText.ErrorAsync(context, StatusCodes.Status400BadRequest, body.Fault ?? error);
            return;
        }

        var app = payload.Meta.App;
        var refusal = receiver.AppLimit?.TryTake(app.Name, app.Environment) == false ? (StatusCodes.Status429TooManyRequests, "Too Many Requests")
            : !HasKey(context.Request) ? (StatusCodes.Status401Unauthorized, "API key not provided or incorrect")
            : options.MaxAllowedPayloadSize > 0 && context.Request.ContentLength > options.MaxAllowedPayloadSize
                ? (StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large")
            : ((int Status, string Text)?)null;
        if (refusal is { } reason)
        {
            await PlainText.ErrorAsync(context, reason.Status, reason.Text);
            return;
        }

        receiver.Accept(payload);
        await PlainText.WriteAsync(context, StatusCodes.Status202Accepted, "ok");
    }

    private bool HasKey(HttpRequest request)
    {
        var key = receiver.Options.ApiKey;
        return key.Length == 0
            || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers["x-api-key"].ToString()), Encoding.UTF8.GetBytes(key));
    }
}
