using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary><c>/query</c> and <c>/query_range</c>.</summary>
internal sealed class QueryEndpoints(PrometheusBackend prometheus)
{
    private const int MaxPoints = 11_000;

    public async Task InstantAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var time = QueryParameters.Time(parameters, "time", prometheus.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        var timeout = Timeout(parameters);
        var expression = Parse(parameters);
        await AnswerAsync(context, parameters, time, timeout, cancellation => prometheus.Engine.Instant(expression, time, cancellation));
    }

    public async Task RangeAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var (start, end) = (QueryParameters.Time(parameters, "start"), QueryParameters.Time(parameters, "end"));
        if (end < start) throw QueryParameters.Invalid("end", "end timestamp must not be before start time");
        var step = QueryParameters.Duration(parameters, "step");
        if (step <= 0) throw QueryParameters.Invalid("step", "zero or negative query resolution step widths are not accepted. Try a positive integer");
        if ((Int128)(end - start) * GoDuration.Millisecond / step > MaxPoints)
            throw new BadRequestException("exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)");
        var timeout = Timeout(parameters);
        var expression = PromQlParser.Parse(parameters.Get("query"));
        if (expression.Type is ExpressionType.Matrix or ExpressionType.Text)
            throw new BadRequestException($"invalid expression type \"{expression.Type.Document()}\" for range query, must be Scalar or instant Vector");
        await AnswerAsync(context, parameters, end, timeout, cancellation => prometheus.Engine.Range(expression, new(start, end, Math.Max(1, step / GoDuration.Millisecond)), cancellation));
    }

    /// <summary>Prometheus 2.42 behaviour: only here does the error name the parameter.</summary>
    private static Expression Parse(RequestParameters parameters)
    {
        try
        {
            return PromQlParser.Parse(parameters.Get("query"));
        }
        catch (PromQlException e)
        {
            throw QueryParameters.Invalid("query", e.Message);
        }
    }

    private TimeSpan Timeout(RequestParameters parameters)
    {
        if (parameters.Get("timeout").Length == 0) return prometheus.Options.QueryTimeout;
        var asked = TimeSpan.FromTicks(Math.Max(0, QueryParameters.Duration(parameters, "timeout")) / TimeSpan.NanosecondsPerTick);
        return asked < prometheus.Options.QueryTimeout ? asked : prometheus.Options.QueryTimeout;
    }

    private async Task AnswerAsync(HttpContext context, RequestParameters parameters, long time, TimeSpan limit, Func<CancellationToken, QueryResult> evaluate)
    {
        using var timeout = new CancellationTokenSource(limit, prometheus.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        var result = evaluate(linked.Token);
        var withStatistics = parameters.Get("stats").Length > 0;
        context.Response.ContentType = PrometheusResponse.JsonContentType;
        await CompressedBody.WriteAsync(context, output => new ResultWriter(output, context.RequestAborted).WriteAsync(result, time, withStatistics));
    }
}
