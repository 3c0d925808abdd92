using RumPortal.Domain.Faro;

namespace RumPortal.UnitTests.Faro;

public sealed class PersonalFieldsTests
{
    [Theory]
    [InlineData("user_id", true)]
    [InlineData("user_attr_plan", true)]
    [InlineData("event_data_user_email", true)]
    [InlineData("event_data_userActionName", false)]
    [InlineData("browser_userAgent", false)]
    [InlineData("session_id", false)]
    [InlineData("my_user_id", false)]
    public void Include_OfAKey_IsWhatTellsWhoTheVisitorIs(string key, bool expected) => Assert.Equal(expected, PersonalFields.Include(key));
}
