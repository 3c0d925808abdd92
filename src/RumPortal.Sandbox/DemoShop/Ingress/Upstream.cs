using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace RumPortal.Sandbox.DemoShop.Ingress;

/// <summary>Passes a request on to the service behind the ingress and its answer back, both as streams.</summary>
internal sealed class Upstream(Uri service, HttpClient http)
{
    // They belong to one connection, or each hop writes its own.
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Transfer-Encoding", "Date", "Server-Timing",
    };

    /// <param name="context">The caller's request.</param>
    /// <param name="addTraceHeaders">The caller's own trace headers are not passed on; this writes those of the hop.</param>
    public async Task ForwardAsync(HttpContext context, Action<HttpRequestMessage> addTraceHeaders)
    {
        using var request = Request(context);
        addTraceHeaders(request);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            Copy(response.Headers, context.Response.Headers);
            Copy(response.Content.Headers, context.Response.Headers);
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left; nobody reads the answer.
        }
    }

    private HttpRequestMessage Request(HttpContext context)
    {
        var incoming = context.Request;
        var target = service.GetLeftPart(UriPartial.Authority) + incoming.Path.ToUriComponent() + incoming.QueryString.ToUriComponent();
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), target);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            request.Content = new StreamContent(incoming.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", (IEnumerable<string?>)incoming.Headers.ContentType);
            request.Content.Headers.ContentLength = incoming.ContentLength;
        }

        foreach (var name in new[] { "Accept", "Accept-Language", "User-Agent" })
            if (incoming.Headers.TryGetValue(name, out var values)) request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        return request;
    }

    private static void Copy(IEnumerable<KeyValuePair<string, IEnumerable<string>>> from, IHeaderDictionary to)
    {
        foreach (var (name, values) in from)
            if (!OwnHeaders.Contains(name)) to[name] = new StringValues([.. values]);
    }
}
