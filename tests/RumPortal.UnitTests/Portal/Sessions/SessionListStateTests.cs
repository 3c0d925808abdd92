using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class SessionListStateTests
{
    [Theory]
    [InlineData("", null, SessionSort.Newest)]
    [InlineData("user=ada&sort=errors", "ada", SessionSort.Errors)]
    [InlineData("user=%20ada%20&sort=LONGEST", "ada", SessionSort.Longest)]
    [InlineData("user=%20&sort=pages", null, SessionSort.Pages)]
    [InlineData("sort=newest", null, SessionSort.Newest)]
    [InlineData("sort=oldest", null, SessionSort.Newest)]
    [InlineData("sort=1", null, SessionSort.Newest)]
    [InlineData("sort=errors,pages", null, SessionSort.Newest)]
    [InlineData("sort=-1&user=a&user=b", "a", SessionSort.Newest)]
    public void Parse_OfAnAddress_TakesUserAndSort(string query, string? user, SessionSort sort)
    {
        var state = Parse(query);

        Assert.Equal((user, sort), (state.User, state.Sort));
        Assert.Empty(state.Filter.Faults);
    }

    [Fact]
    public void Parse_OfAUserLongerThanAny_IsLeftOutAndSaid()
    {
        var state = Parse("user=" + new string('x', 10_000));

        Assert.Null(state.User);
        Assert.Equal(["The user to be found is longer than 200 characters."], state.Filter.Faults.AsEnumerable());
    }

    [Fact]
    public void Parse_OfWhatToAddressWrites_IsTheSameState()
    {
        foreach (var user in HostileTexts.All.Where(text => text.Length <= SessionListState.LongestUser && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)).Select(text => text.Trim()).Append(""))
            foreach (var sort in Enum.GetValues<SessionSort>())
            {
                var state = new SessionListState(new ViewFilter { App = "shop-web" }, user.Length == 0 ? null : user, sort);

                var read = Parse(new Uri("http://localhost" + state.ToAddress()).Query);

                Assert.Equal((state.User, state.Sort, "shop-web"), (read.User, read.Sort, read.Filter.App));
            }
    }

    [Theory]
    [InlineData(null, SessionSort.Newest, "/sessions?app=a")]
    [InlineData("a b", SessionSort.Errors, "/sessions?app=a&user=a%20b&sort=errors")]
    public void ToAddress_OfAState_LeavesOutTheDefaults(string? user, SessionSort sort, string expected) =>
        Assert.Equal(expected, new SessionListState(new ViewFilter { App = "a" }, user, sort).ToAddress());

    private static SessionListState Parse(string query)
    {
        var reader = new QueryReader(query);
        return SessionListState.Parse(ViewFilter.Parse(reader), reader);
    }
}
