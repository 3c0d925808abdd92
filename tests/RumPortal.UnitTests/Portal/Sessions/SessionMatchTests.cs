using RumPortal.Portal.Features.Sessions;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class SessionMatchTests
{
    private const string Body = "kind=event event_name=session_start event_data_http.method=GET page_url=\"https://shop.test/Cart?x=1\" user_id=U-1 user_username=\"Ada Lovelace\" user_email=ada@shop.test";

    [Theory]
    [InlineData("", true)]
    [InlineData("browser_name:Arc", true)]
    [InlineData("browser_name:arc", false)]
    [InlineData("browser_name:Ar", false)]
    [InlineData("browser_name:Edge browser_name:Arc", true)]
    [InlineData("browser_name:Arc app_version:117", false)]
    [InlineData("!browser_name:Arc", false)]
    [InlineData("!browser_name:Edge !browser_name:Opera", true)]
    [InlineData("!browser_name:Edge !browser_name:Arc", false)]
    [InlineData("!no_such_key:x", true)]
    [InlineData("no_such_key:x", false)]
    [InlineData("~page_url:cart", true)]
    [InlineData("~page_url:CART ~page_url:shop", true)]
    [InlineData("~page_url:cart ~page_url:checkout", false)]
    [InlineData("~no_such_key:x", false)]
    [InlineData("event_data_http_method:GET", true)]
    public void Holds_OfFilters_ComparesTheRecordsOwnFields(string filters, bool expected) =>
        Assert.Equal(expected, SessionMatch.Holds(FaroLines.Parse(FaroLines.Line(0, Body)), SessionQuestionTests.Question(filters)));

    [Theory]
    [InlineData("u-1", true)]
    [InlineData("LOVELACE", true)]
    [InlineData("ada l", true)]
    [InlineData("@SHOP.test", true)]
    [InlineData("grace", false)]
    [InlineData("Arc", false)]
    [InlineData(".*", false)]
    public void Holds_OfAUsersText_LooksInIdNameAndMailInAnyLetterCase(string user, bool expected)
    {
        var question = SessionQuestionTests.Question("") with { User = user };

        Assert.Equal(expected, SessionMatch.Holds(FaroLines.Parse(FaroLines.Line(0, Body)), question));
    }

    [Fact]
    public void Holds_OfAUserId_IsTheWholeIdInItsLetterCase()
    {
        var record = FaroLines.Parse(FaroLines.Line(0, Body));

        Assert.True(SessionMatch.Holds(record, SessionQuestionTests.Question("") with { UserId = "U-1" }));
        Assert.False(SessionMatch.Holds(record, SessionQuestionTests.Question("") with { UserId = "u-1" }));
        Assert.False(SessionMatch.Holds(record, SessionQuestionTests.Question("") with { UserId = "U-" }));
        Assert.False(SessionMatch.Holds(FaroLines.Parse(FaroLines.Line(0, "kind=log message=u-1")), SessionQuestionTests.Question("") with { User = "u-1" }));
    }
}
