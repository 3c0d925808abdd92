using RumPortal.Clients.Http;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.UnitTests.Portal.Panels;

public sealed class PanelFailureTests
{
    public static TheoryData<BackendFault, string, string, bool> Words => new()
    {
        { BackendFault.Unreachable, "Loki cannot be reached", "Try again; other panels are not affected.", true },
        { BackendFault.Timeout, "Loki did not answer in time", "Try again; other panels are not affected.", true },
        { BackendFault.RateLimited, "Loki asks for a pause", "Try again; other panels are not affected.", true },
        { BackendFault.TooManySeries, "The question is too large for Loki", "Choose a shorter range or add a filter.", true },
        { BackendFault.LimitExceeded, "The question is too large for Loki", "Choose a shorter range or add a filter.", true },
        { BackendFault.TooLarge, "The question is too large for Loki", "Choose a shorter range or add a filter.", true },
        { BackendFault.BadQuery, "Loki refused the query", "Change the filter; if that does not help, the query below is a bug of the portal.", false },
        { BackendFault.Unauthorized, "Loki does not let the portal in", "An administrator can see the check of the connection on the page Admin.", false },
        { BackendFault.NotFound, "Loki failed", "Try again; other panels are not affected.", true },
        { BackendFault.Malformed, "Loki sent something unreadable", "Try again; other panels are not affected.", true },
        { BackendFault.ServerError, "Loki failed", "Try again; other panels are not affected.", true },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Of_AFault_SaysWhatHappenedAndWhatToDo(BackendFault fault, string title, string advice, bool mayRetry)
    {
        var exception = new BackendException(Backend.Loki, "read lines", fault, "Loki said no.") { Query = "{a=\"b\"}", Detail = "host 10.0.0.7 is down" };

        var failure = PanelFailure.Of(exception);

        Assert.Equal(new PanelFailure(title, "Loki said no.", advice, mayRetry, "{a=\"b\"}"), failure);
    }

    [Fact]
    public void Words_OfTheTable_AreOfEveryFault() =>
        Assert.Equal(Enum.GetValues<BackendFault>().Order(), Words.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Of_ARateLimitWithAPause_SaysWhenToTryAgain()
    {
        var exception = new BackendException(Backend.Loki, "read lines", BackendFault.RateLimited, "Too many requests.") { RetryAfter = TimeSpan.FromSeconds(6.2) };

        Assert.Equal("Try again in 7 s.", PanelFailure.Of(exception).Advice);
    }

    [Fact]
    public void OfPortal_ForAnyFault_TellsNothingOfIt() => Assert.Equal(
        new PanelFailure("This panel failed", "The portal could not work out an answer. The fault is in its log.", "The rest of the page is not affected.", true, null), PanelFailure.OfPortal());
}
