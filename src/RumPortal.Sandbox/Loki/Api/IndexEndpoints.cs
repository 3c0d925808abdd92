using System.Globalization;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary><c>/index/stats</c>, <c>/index/volume</c> and <c>/index/volume_range</c>: counts and bytes without a query over lines.</summary>
internal sealed class IndexEndpoints(LokiBackend loki)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;
    private const int MaxSteps = 11_000;
    private const int DefaultSteps = 250;

    public async Task StatsAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var (start, end) = TimeParameters.Bounds(parameters, TimeParameters.Now(loki.Clock));
        var counts = loki.Store.Select(Matchers(parameters)).Select(stream => stream.Count(start, end)).Where(count => count.Entries > 0).ToList();
        await LokiResponse.JsonAsync(context, string.Create(CultureInfo.InvariantCulture,
            $$"""{"streams":{{counts.Count}},"chunks":{{counts.Sum(c => c.Chunks)}},"bytes":{{counts.Sum(c => c.Bytes)}},"entries":{{counts.Sum(c => c.Entries)}}}"""));
    }

    public async Task VolumeAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var (start, end) = TimeParameters.Bounds(parameters, TimeParameters.Now(loki.Clock));
        var volumes = Volumes(parameters, start, end).Take(Limit(parameters)).Select(volume => new Sample(volume.Key, volume.Value));
        await AnswerAsync(context, new VectorResult([.. volumes]), end);
    }

    /// <summary>The volume of each step, at the end of the step.</summary>
    public async Task VolumeRangeAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var (start, end) = TimeParameters.Bounds(parameters, TimeParameters.Now(loki.Clock));
        var length = Nanoseconds.Between(start, end);
        var step = parameters.Get("step") is { Length: > 0 } text ? TimeParameters.Duration(text) : Math.Max(length / DefaultSteps, GoDuration.Second);
        if (step <= 0 || length / step > MaxSteps) throw new BadRequestException("exceeded maximum resolution of 11,000 points per time series. Try increasing the value of the step parameter");
        var series = new Dictionary<LabelSet, List<Point>>();
        for (long from = start, to; from < end; from = to)
        {
            to = Math.Min(end, Nanoseconds.Plus(from, step));
            foreach (var (labels, bytes) in Volumes(parameters, from, to))
            {
                if (!series.TryGetValue(labels, out var points)) series.Add(labels, points = []);
                points.Add(new(to / GoDuration.Millisecond, bytes));
            }
        }

        var largest = series.OrderByDescending(s => s.Value.Sum(point => point.Value)).Take(Limit(parameters));
        await AnswerAsync(context, new MatrixResult([.. largest.Select(s => new Series(s.Key, s.Value))]), end);
    }

    private IEnumerable<KeyValuePair<LabelSet, double>> Volumes(RequestParameters parameters, long start, long end)
    {
        var matchers = Matchers(parameters);
        var targets = parameters.Get("targetLabels").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var byLabels = parameters.Get("aggregateBy") switch
        {
            "" or "series" => false,
            "labels" => true,
            _ => throw new BadRequestException("invalid aggregation option"),
        };
        // Without target labels those of the selector count; a selector without any asks for all.
        string[] names = targets.Length > 0 ? targets : [.. matchers.Select(matcher => matcher.Name).Distinct()];
        var volumes = new Dictionary<LabelSet, double>();
        foreach (var stream in loki.Store.Select(matchers))
        {
            var bytes = stream.Count(start, end).Bytes;
            if (bytes == 0) continue;
            var labels = names.Length == 0 ? stream.Labels : stream.Labels.Keep(names);
            foreach (var key in byLabels ? labels.Labels.ToArray().Select(label => LabelSet.Of((label.Name, ""))) : [labels]) volumes[key] = volumes.GetValueOrDefault(key) + bytes;
        }

        return volumes.OrderByDescending(volume => volume.Value).ThenBy(volume => volume.Key.ToString(), StringComparer.Ordinal);
    }

    private static IReadOnlyList<LabelMatcher> Matchers(RequestParameters parameters) => LogQlParser.ParseSelector(parameters.Get("query"));

    private static int Limit(RequestParameters parameters)
    {
        var text = parameters.Get("limit");
        if (text.Length == 0) return DefaultLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? Math.Min(limit, MaxLimit) : throw new BadRequestException("limit must be a positive value");
    }

    private static Task AnswerAsync(HttpContext context, QueryResult result, long time) => LokiResponse.JsonAsync(
        context, output => new ResultWriter(output, context.RequestAborted).WriteAsync(result, time, StatisticsJson.Write(new(), TimeSpan.Zero)));
}
