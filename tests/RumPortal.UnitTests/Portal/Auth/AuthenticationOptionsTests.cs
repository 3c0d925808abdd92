using RumPortal.Portal.Auth;
using RumPortal.UnitTests.Portal.Configuration;

namespace RumPortal.UnitTests.Portal.Auth;

public sealed class AuthenticationOptionsTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("development")]
    public void Read_OfAKnownMode_IsThatMode(string mode)
    {
        var (options, faults) = Settings.Read(AuthenticationOptions.Read, ("Authentication:Mode", mode));

        Assert.Equal(AuthenticationMode.Development, options.Mode);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(null, "Authentication:Mode: must be set. Legal: Development.")]
    [InlineData("", "Authentication:Mode: must be set. Legal: Development.")]
    [InlineData("Basic", "Authentication:Mode: 'Basic' is not known. Legal: Development.")]
    [InlineData("0", "Authentication:Mode: '0' is not known. Legal: Development.")]
    public void Read_OfAnythingElse_SaysWhatIsLegal(string? mode, string fault) => Assert.Equal(
        [fault], Settings.Read(AuthenticationOptions.Read, mode is null ? [] : [("Authentication:Mode", mode)]).Faults);

    [Fact]
    public void Read_OfAnUnknownKey_IsRefusedBesideTheOtherFaults() => Assert.Equal(
        ["Authentication:Authorty: is not a setting. Known here: Mode.", "Authentication:Mode: must be set. Legal: Development."],
        Settings.Read(AuthenticationOptions.Read, ("Authentication:Authorty", "https://id.example")).Faults);
}
