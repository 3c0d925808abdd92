using RumPortal.Clients.Http;
using RumPortal.Clients.Prometheus;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Prometheus;

public sealed class PrometheusErrorsTests
{
    [Theory]
    [InlineData("err-too-many", BackendFault.LimitExceeded)]
    [InlineData("err-parse", BackendFault.BadQuery)]
    [InlineData("err-unknown-function", BackendFault.BadQuery)]
    [InlineData("err-missing-query", BackendFault.BadQuery)]
    [InlineData("err-bad-step", BackendFault.BadQuery)]
    [InlineData("not-found", BackendFault.NotFound)]
    public void Fault_OfARecordedError_IsTold(string id, BackendFault expected)
    {
        var answer = KitAnswers.OfPrometheus.Single(answer => answer.Id == id);

        Assert.Equal(expected, PrometheusErrors.Explain(answer.Status, answer.Body).Fault);
    }

    [Theory]
    [InlineData(422, "execution", "query processing would load too many samples into memory in query execution", BackendFault.LimitExceeded)]
    [InlineData(422, "execution", "the query exceeded the maximum number of chunks (limit: 2000000 chunks) (err-mimir-max-chunks-per-query)", BackendFault.LimitExceeded)]
    [InlineData(422, "execution", "the total query time range exceeds the limit (query length: 800h, limit: 700h) (err-mimir-max-total-query-length)", BackendFault.LimitExceeded)]
    [InlineData(422, "execution", "the query exceeded the maximum number of series (limit: 1000 series) (err-mimir-max-series-per-query)", BackendFault.TooManySeries)]
    [InlineData(422, "execution", "found duplicate series for the match group", BackendFault.BadQuery)]
    [InlineData(503, "timeout", "query timed out in expression evaluation", BackendFault.Timeout)]
    [InlineData(503, "timeout", "", BackendFault.Timeout)]
    [InlineData(503, "unavailable", "TSDB not ready", BackendFault.ServerError)]
    [InlineData(500, "internal", "disk full", BackendFault.ServerError)]
    [InlineData(429, "too_many_requests", "too many outstanding requests", BackendFault.RateLimited)]
    [InlineData(401, "", "no org id", BackendFault.Unauthorized)]
    public void Fault_OfAnEnvelope_IsTold(int status, string type, string error, BackendFault expected) =>
        Assert.Equal(expected, PrometheusErrors.Explain(status, $$"""{"status":"error","errorType":"{{type}}","error":"{{error}}"}""").Fault);

    [Theory]
    [InlineData(401, "no org id\n", BackendFault.Unauthorized, "Prometheus wants a tenant. Set Backends:Prometheus:Tenant.")]
    [InlineData(403, "<html>Sign in</html>", BackendFault.Unauthorized, "Prometheus does not accept the portal's credentials.")]
    [InlineData(405, "", BackendFault.NotFound, "Prometheus does not have this: the address may lack a prefix, or it is an older version.")]
    [InlineData(413, "", BackendFault.LimitExceeded, "The query is longer than Prometheus reads. Use fewer or shorter filters.")]
    [InlineData(502, "<html><h1>Bad Gateway</h1></html>", BackendFault.ServerError, "Prometheus failed with status 502.")]
    [InlineData(503, "Service Unavailable", BackendFault.ServerError, "Prometheus is not ready.")]
    [InlineData(504, "", BackendFault.Timeout, "Prometheus gave up on the query because it took too long. Choose a shorter time range or more filters.")]
    [InlineData(400, "{ not json", BackendFault.BadQuery, "Prometheus refused the query.")]
    [InlineData(400, """{"error":"\ud800"}""", BackendFault.BadQuery, "Prometheus refused the query.")]
    [InlineData(199, "", BackendFault.Malformed, "Prometheus answered with the unexpected status 199.")]
    public void Text_OfAnythingElse_IsASentence(int status, string body, BackendFault fault, string message) =>
        Assert.Equal(new BackendError(fault, message), PrometheusErrors.Explain(status, body));
}
