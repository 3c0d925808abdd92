using System.Globalization;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary><c>/query</c> and <c>/query_range</c>.</summary>
internal sealed class QueryEndpoints(LokiBackend loki)
{
    private const int DefaultLimit = 100;
    private const int MaxPoints = 11_000;
    private const int DefaultPoints = 250;
    private const string EncodingFlags = "X-Loki-Response-Encoding-Flags";
    private const string CategorizeFlag = "categorize-labels";

    public async Task InstantAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        Limit(parameters);
        var time = TimeParameters.Time(parameters, "time", TimeParameters.Now(loki.Clock));
        Direction(parameters);
        var expression = LogQlParser.Parse(parameters.Get("query")) as MetricExpression
            ?? throw new BadRequestException("log queries are not supported as an instant query type, please change your query to a range query type");
        await AnswerAsync(context, time, (statistics, cancellation) => loki.Engine.Instant(expression, time, statistics, cancellation));
    }

    public async Task RangeAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var (start, end) = TimeParameters.Bounds(parameters, TimeParameters.Now(loki.Clock));
        if (end < start) throw new BadRequestException("end timestamp must not be before or equal to start time");
        var limit = Limit(parameters);
        var forward = Direction(parameters);
        var step = Step(parameters, start, end);
        var interval = parameters.Get("interval") is { Length: > 0 } text ? TimeParameters.Duration(text) : 0;
        if (interval < 0) throw new BadRequestException("interval must be >= 0");
        var expression = LogQlParser.Parse(parameters.Get("query"));
        if (expression is LogSelector && limit > loki.Options.MaxEntries)
            throw new BadRequestException(string.Create(CultureInfo.InvariantCulture, $"max entries limit per query exceeded, limit > max_entries_limit_per_query ({limit} > {loki.Options.MaxEntries})"));
        var categorize = context.Request.Headers[EncodingFlags].Any(flags => flags?.Split(',', StringSplitOptions.TrimEntries).Contains(CategorizeFlag) == true);
        await AnswerAsync(context, end, (statistics, cancellation) => expression switch
        {
            LogSelector selector => loki.Engine.Logs(selector, new(start, end, limit, forward, interval, categorize), statistics, cancellation),
            MetricExpression metric => loki.Engine.Range(metric, start, end, step, statistics, cancellation),
            _ => throw new InvalidOperationException("A query is a selector or a metric."),
        });
    }

    private async Task AnswerAsync(HttpContext context, long time, Func<QueryStatistics, CancellationToken, QueryResult> evaluate)
    {
        using var timeout = new CancellationTokenSource(loki.Options.QueryTimeout, loki.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        var statistics = new QueryStatistics();
        var started = loki.Clock.GetTimestamp();
        var result = evaluate(statistics, linked.Token);
        var json = StatisticsJson.Write(statistics, loki.Clock.GetElapsedTime(started));
        await LokiResponse.JsonAsync(context, output => new ResultWriter(output, context.RequestAborted).WriteAsync(result, time, json));
    }

    private static int Limit(RequestParameters parameters)
    {
        var text = parameters.Get("limit");
        if (text.Length == 0) return DefaultLimit;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
            throw new BadRequestException($"strconv.Atoi: parsing {GoQuote.Quote(text)}: invalid syntax");
        return limit > 0 ? limit : throw new BadRequestException("limit must be a positive value");
    }

    /// <summary>Whether the direction is forward.</summary>
    private static bool Direction(RequestParameters parameters)
    {
        var text = parameters.Get("direction");
        return text.ToUpperInvariant() switch
        {
            "" or "BACKWARD" => false,
            "FORWARD" => true,
            _ => throw new BadRequestException($"invalid direction '{text}'"),
        };
    }

    private static long Step(RequestParameters parameters, long start, long end)
    {
        var step = parameters.Get("step") is { Length: > 0 } text
            ? TimeParameters.Duration(text)
            : Math.Max(Nanoseconds.Between(start, end) / GoDuration.Second / DefaultPoints, 1) * GoDuration.Second;
        // Loki counts steps in milliseconds.
        step -= step % GoDuration.Millisecond;
        if (step <= 0) throw new BadRequestException("zero or negative query resolution step widths are not accepted. Try a positive integer");
        if (Nanoseconds.Between(start, end) / step > MaxPoints)
            throw new BadRequestException("exceeded maximum resolution of 11,000 points per time series. Try increasing the value of the step parameter");
        return step;
    }
}
