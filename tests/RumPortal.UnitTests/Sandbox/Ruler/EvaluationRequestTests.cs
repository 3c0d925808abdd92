using System.Text;
using RumPortal.Sandbox.Ruler.Api;

namespace RumPortal.UnitTests.Sandbox.Ruler;

public sealed class EvaluationRequestTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);

    [Theory]
    [InlineData("", 20_000, 20_000, false)]
    [InlineData(" \n", 20_000, 20_000, false)]
    [InlineData("{}", 20_000, 20_000, false)]
    [InlineData("""{"time":"2024-10-03T00:00:00Z"}""", 19_999, 19_999, false)]
    [InlineData("""{"time":1727913600}""", 19_999, 19_999, false)]
    [InlineData("""{"from":"2024-10-02T02:00:00+02:00","to":1727913600}""", 19_998, 19_999, true)]
    [InlineData("""{"from":1727913600,"to":null}""", 19_999, 20_000, true)]
    public void Body_OfAKnownForm_IsRead(string body, int fromDay, int toDay, bool isRange)
    {
        var request = EvaluationRequest.Parse(Encoding.UTF8.GetBytes(body), Now);

        Assert.Equal(new EvaluationRequest(DateTimeOffset.UnixEpoch.AddDays(fromDay), DateTimeOffset.UnixEpoch.AddDays(toDay), isRange), request);
    }

    [Theory]
    [InlineData("now", "the body is not JSON: ")]
    [InlineData("[]", "the body may have the members time, or from and to")]
    [InlineData("""{"at":1}""", "the body may have the members time, or from and to")]
    [InlineData("""{"time":"yesterday"}""", "time is not a time: ")]
    [InlineData("""{"time":-1}""", "time is not a time: ")]
    [InlineData("""{"time":1e300}""", "time is not a time: ")]
    [InlineData("""{"time":true}""", "time is not a time: ")]
    [InlineData("""{"time":1,"from":1}""", "time stands alone, without from and to")]
    [InlineData("""{"to":1}""", "to needs a from")]
    [InlineData("""{"from":2,"to":1}""", "from must be before to, by at most 61 days")]
    [InlineData("""{"from":1}""", "from must be before to, by at most 61 days")]
    public void Body_OfAnotherForm_IsRefusedInWords(string body, string error) =>
        Assert.StartsWith(error, Assert.Throws<FormatException>(() => EvaluationRequest.Parse(Encoding.UTF8.GetBytes(body), Now)).Message, StringComparison.Ordinal);
}
