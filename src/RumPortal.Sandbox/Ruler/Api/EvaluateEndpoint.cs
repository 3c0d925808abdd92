using System.Text.Json;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Loki.Api;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Ruler.Evaluation;

namespace RumPortal.Sandbox.Ruler.Api;

/// <summary>Evaluates rules at once, or over the past, and answers when it is done; see <see cref="EvaluationRequest"/>.</summary>
/// <remarks>
/// <code>
/// {"evaluations": 24, "samples": 310, "ended": 12, "failed": 0, "rolledUp": 150, "failures": []}
/// </code>
/// </remarks>
internal sealed class EvaluateEndpoint(LokiRuler ruler, PrometheusBackend prometheus)
{
    private readonly RuleHistory _history = new(ruler, prometheus);

    public async Task EvaluateAsync(HttpContext context)
    {
        var request = Parse(await RequestBody.ReadAsync(context.Request, ruler.Options.MaxBodySize), ruler.Clock.GetUtcNow());
        // Off the request's thread: a long range keeps a processor busy for seconds.
        var (recorded, rolledUp) = await Task.Run(() => Evaluate(request, context.RequestAborted), context.RequestAborted);
        await LokiResponse.JsonAsync(context, JsonSerializer.Serialize(
            new { recorded.Evaluations, recorded.Samples, recorded.Ended, recorded.Failed, rolledUp, recorded.Failures }, JsonSerializerOptions.Web));
    }

    private (EvaluationReport Recorded, long RolledUp) Evaluate(EvaluationRequest request, CancellationToken cancellation) =>
        request.IsRange ? _history.Evaluate(request.From, request.To, cancellation) : (ruler.EvaluateAt(request.From, cancellation), 0);

    private static EvaluationRequest Parse(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            return EvaluationRequest.Parse(body, now);
        }
        catch (FormatException e)
        {
            throw new BadRequestException(e.Message);
        }
    }
}
