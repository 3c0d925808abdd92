using System.Collections.Immutable;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Sessions;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class SessionQuestionTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("app_version:118", true)]
    [InlineData("!app_version:118 ~browser_name:arc sdk_version:2.12.1", true)]
    [InlineData("kind:exception", false)]
    [InlineData("app_version:118 context_rating:poor", false)]
    [InlineData("page_id:/cart", false)]
    [InlineData("user_id:u-1", false)]
    [InlineData("my_app_version:118", false)]
    [InlineData("session_attr_previousSession:x", false)]
    public void IsToldByTheStart_OfFilters_IsWhatTheSdkKnowsWhenASessionBegins(string filters, bool expected) => Assert.Equal(expected, Question(filters).IsToldByTheStart);

    [Fact]
    public void IsToldByTheStart_OfAVisitor_IsFalseBecauseVisitorsSignInLate()
    {
        Assert.False((Question("") with { User = "ada" }).IsToldByTheStart);
        Assert.False((Question("") with { UserId = "u-1" }).IsToldByTheStart);
    }

    [Fact]
    public void Conditions_OfAUserId_HoldItBesideTheFilters() => Assert.Equal(
        ["app_version:118", "user_id:u-1"],
        (Question("app_version:118") with { UserId = "u-1", User = "ada" }).Conditions.Select(condition => condition.ToString()));

    internal static SessionQuestion Question(string filters) => new(
        new TimeRange(FaroLines.Start, FaroLines.Start.AddHours(1)), "shop-web", null,
        [.. filters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parsed)]);

    private static MetadataFilter Parsed(string text) => MetadataFilter.TryParse(text, out var filter, out var fault) ? filter : throw new ArgumentException(fault);
}
