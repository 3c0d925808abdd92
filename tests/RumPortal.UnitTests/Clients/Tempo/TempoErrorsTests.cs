using RumPortal.Clients.Http;
using RumPortal.Clients.Tempo;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class TempoErrorsTests
{
    private const string TookTooLong = "Tempo gave up on the query because it took too long. Choose a shorter time range or more filters.";
    private const string Busy = "Tempo is busy and asks for fewer queries.";
    private const string TooLarge = "The trace is larger than Tempo gives out. Its operators can raise max_bytes_per_trace.";

    [Theory]
    [InlineData("err-parse", BackendFault.BadQuery, "Tempo could not read the query.")]
    [InlineData("err-inverted-range", BackendFault.BadQuery, "Tempo refused the query.")]
    [InlineData("err-limit-zero", BackendFault.BadQuery, "Tempo refused the query.")]
    [InlineData("trace-bad-id", BackendFault.BadQuery, "Tempo refused the query.")]
    public void Fault_OfARecordedError_IsTold(string id, BackendFault fault, string message)
    {
        var answer = KitAnswers.OfTempo.Single(answer => answer.Id == id);

        Assert.Equal(new BackendError(fault, message), TempoErrors.Explain(answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(400, "range specified by start and end exceeds 168h0m0s. received start=1 end=2", BackendFault.LimitExceeded, "The time range is longer than Tempo allows. Choose a shorter one.")]
    [InlineData(400, "limit 300000 exceeds max limit 262144", BackendFault.LimitExceeded, "Tempo allows fewer traces or spans per search than asked for.")]
    [InlineData(400, "spans per span set exceeds 100. received 500", BackendFault.LimitExceeded, "Tempo allows fewer traces or spans per search than asked for.")]
    [InlineData(400, "step of 1s is too small, minimum step for given range is 9s", BackendFault.LimitExceeded, "Tempo allows fewer points than asked for. Choose a shorter time range.")]
    [InlineData(422, "trace exceeds max size (max bytes: 5000000)", BackendFault.TooLarge, TooLarge)]
    [InlineData(422, "", BackendFault.TooLarge, TooLarge)]
    [InlineData(429, "job queue full", BackendFault.RateLimited, Busy)]
    [InlineData(500, "too many outstanding requests", BackendFault.RateLimited, Busy)]
    [InlineData(429, "", BackendFault.RateLimited, Busy)]
    [InlineData(401, "no org id\n", BackendFault.Unauthorized, "Tempo wants a tenant. Set Backends:Tempo:Tenant.")]
    [InlineData(403, "<html>Sign in</html>", BackendFault.Unauthorized, "Tempo does not accept the portal's credentials.")]
    [InlineData(404, "404 page not found", BackendFault.NotFound, "Tempo does not have this: the address may lack a prefix, or it is an older version.")]
    [InlineData(414, "", BackendFault.LimitExceeded, "The query is longer than Tempo reads. Use fewer or shorter filters.")]
    [InlineData(500, "context deadline exceeded", BackendFault.Timeout, TookTooLong)]
    [InlineData(504, "", BackendFault.Timeout, TookTooLong)]
    [InlineData(500, "", BackendFault.ServerError, "Tempo failed with status 500.")]
    [InlineData(503, "Service Unavailable", BackendFault.ServerError, "Tempo is not ready, or overloaded.")]
    [InlineData(199, "", BackendFault.Malformed, "Tempo answered with the unexpected status 199.")]
    public void Text_OfAnythingElse_IsASentence(int status, string body, BackendFault fault, string message) =>
        Assert.Equal(new BackendError(fault, message), TempoErrors.Explain(status, body));

    [Theory]
    [InlineData(404, "", true)]
    [InlineData(404, "trace not found", true)]
    [InlineData(404, "404 page not found", false)]
    [InlineData(404, "<html>no trace of this page</html>", false)]
    [InlineData(400, "", false)]
    public void MissingTrace_OfA404_IsKnownByItsText(int status, string body, bool expected) => Assert.Equal(
        expected, TempoErrors.IsMissingTrace(new BackendException(Backend.Tempo, "read trace", BackendFault.NotFound, "x") { Status = status, Detail = body }));
}
