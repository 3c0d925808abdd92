using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace RumPortal.Sandbox.Faults;

/// <summary>Applies at most one fault to each request.</summary>
internal sealed class FaultMiddleware(FaultSwitch faults, TimeProvider clock)
{
    private const string TextContentType = "text/plain; charset=utf-8";

    /// <summary>Neither JSON nor UTF-8, nor the start of any known format.</summary>
    private static readonly byte[] GarbageBytes = [.. Enumerable.Range(0, 512).Select(i => (byte)((i * 167) ^ (i >> 3) ^ 0xC3))];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (faults.Next(context.Request.Path) is not { } fault)
        {
            await next(context);
            return;
        }

        if (fault.LatencyMs is { } latency) await Task.Delay(TimeSpan.FromMilliseconds(latency), clock, context.RequestAborted);
        if (fault is { DropConnection: true, CutAfterBytes: null })
        {
            context.Abort();
            return;
        }

        if (fault.CutAfterBytes is null && fault.DripBytesPerSecond is null) await AnswerAsync(context, fault, next);
        else await AnswerThroughAsync(context, fault, next);
    }

    /// <summary>Puts a stream that cuts or slows in front of the real body.</summary>
    private async Task AnswerThroughAsync(HttpContext context, Fault fault, RequestDelegate next)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var body = new FaultyBody(original.Stream, fault.CutAfterBytes, fault.DripBytesPerSecond, clock);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body, original));
        // The length that the backend announces would contradict the cut.
        context.Response.OnStarting(() =>
        {
            if (fault.CutAfterBytes is not null) context.Response.ContentLength = null;
            return Task.CompletedTask;
        });
        try
        {
            await AnswerAsync(context, fault, next);
            await context.Response.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
        }

        if (fault.DropConnection) context.Abort();
    }

    private static async Task AnswerAsync(HttpContext context, Fault fault, RequestDelegate next)
    {
        if (!fault.AnswersItself)
        {
            await next(context);
            return;
        }

        var response = context.Response;
        response.StatusCode = fault.Status ?? StatusCodes.Status200OK;
        response.ContentType = fault.Garbage ? "application/json" : fault.ContentType ?? TextContentType;
        if (fault.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified) return;
        await response.Body.WriteAsync(fault.Garbage ? GarbageBytes : Encoding.UTF8.GetBytes(fault.Body ?? ""), context.RequestAborted);
    }
}
