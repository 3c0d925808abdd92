using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Loki;

public sealed class LokiErrorsTests
{
    [Theory]
    [InlineData("limit-too-large", BackendFault.LimitExceeded)]
    [InlineData("range-too-many-points", BackendFault.LimitExceeded)]
    [InlineData("err-parse", BackendFault.BadQuery)]
    [InlineData("err-no-matcher", BackendFault.BadQuery)]
    [InlineData("err-log-query-on-instant", BackendFault.BadQuery)]
    [InlineData("err-empty-compatible", BackendFault.BadQuery)]
    [InlineData("err-end-before-start", BackendFault.BadQuery)]
    [InlineData("not-found", BackendFault.NotFound)]
    public void Explain_OfARecordedError_NamesItsFault(string id, BackendFault expected)
    {
        var answer = KitAnswers.Get(id);

        Assert.Equal(expected, LokiErrors.Explain(answer.Status, answer.Body).Fault);
    }

    [Fact]
    public void Explain_OfEachRecordedError_IsTested()
    {
        var tested = typeof(LokiErrorsTests).GetMethod(nameof(Explain_OfARecordedError_NamesItsFault))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!).Order();

        Assert.Equal(KitAnswers.All.Where(answer => answer.Status != 200).Select(answer => answer.Id).Order(), tested);
    }

    [Theory]
    [InlineData(400, "maximum of series (500) reached for a single query", BackendFault.TooManySeries)]
    [InlineData(400, "maximum number of series (500) reached for a single query; consider reducing query cardinality by adding more specific stream selectors", BackendFault.TooManySeries)]
    [InlineData(500, "rpc error: code = Code(400) desc = maximum of series (500) reached for a single query", BackendFault.TooManySeries)]
    [InlineData(400, "the query time range exceeds the limit (query length: 744h0m0s, limit: 30d1h)", BackendFault.LimitExceeded)]
    [InlineData(400, "the query would read too many bytes (query: 2.1 TB, limit: 1.0 TB); consider adding more specific stream selectors", BackendFault.LimitExceeded)]
    [InlineData(400, "query blocked by policy", BackendFault.BadQuery)]
    [InlineData(400, "stream selector is missing required matchers [env], labels present in the query were [app]", BackendFault.BadQuery)]
    [InlineData(400, "pipeline error: 'SampleExtractionErr' for series: '{}'.", BackendFault.BadQuery)]
    [InlineData(401, "no org id", BackendFault.Unauthorized)]
    [InlineData(403, "", BackendFault.Unauthorized)]
    [InlineData(404, "not found", BackendFault.NotFound)]
    [InlineData(405, "", BackendFault.NotFound)]
    [InlineData(413, "", BackendFault.LimitExceeded)]
    [InlineData(414, "", BackendFault.LimitExceeded)]
    [InlineData(429, "too many outstanding requests", BackendFault.RateLimited)]
    [InlineData(429, "slow down", BackendFault.RateLimited)]
    [InlineData(500, "too many outstanding requests", BackendFault.RateLimited)]
    [InlineData(500, "something broke", BackendFault.ServerError)]
    [InlineData(502, "<html>bad gateway</html>", BackendFault.ServerError)]
    [InlineData(503, "", BackendFault.ServerError)]
    [InlineData(504, "request timed out, decrease the duration of the request or add more label matchers (prefer exact match over regex match) to reduce the amount of data processed", BackendFault.Timeout)]
    [InlineData(504, "", BackendFault.Timeout)]
    [InlineData(500, "context deadline exceeded", BackendFault.Timeout)]
    [InlineData(101, "", BackendFault.Malformed)]
    public void Explain_OfAnError_GoesByTextThenByStatus(int status, string text, BackendFault expected)
    {
        var error = LokiErrors.Explain(status, text);

        Assert.Equal(expected, error.Fault);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }
}
