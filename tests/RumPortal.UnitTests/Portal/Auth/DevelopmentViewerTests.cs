using RumPortal.Domain.Apps;
using RumPortal.Portal.Auth;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Auth;

public sealed class DevelopmentViewerTests
{
    [Fact]
    public void FromCookie_OfWhatToCookieWrites_IsTheSameViewer()
    {
        foreach (var role in Enum.GetValues<ViewerRole>())
            foreach (var team in HostileTexts.All.Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)).Append(null))
                Assert.Equal(new DevelopmentViewer(role, team), DevelopmentViewer.FromCookie(new DevelopmentViewer(role, team).ToCookie()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("Viewer")]
    [InlineData("Owner.")]
    [InlineData("viewer.")]
    [InlineData("7.")]
    [InlineData("-1.")]
    [InlineData("Viewer.%%%")]
    [InlineData("Viewer.QQ")]
    [InlineData("Viewer.QQ==.x")]
    [InlineData("<script>.QQ==")]
    public void FromCookie_OfAnythingElse_IsTheDefault(string? cookie) => Assert.Equal(DevelopmentViewer.Default, DevelopmentViewer.FromCookie(cookie));

    [Fact]
    public void FromCookie_OfALongOrBrokenText_NeverThrows()
    {
        Assert.Equal(DevelopmentViewer.Default, DevelopmentViewer.FromCookie(new string('.', 10_000)));
        Assert.Equal(new DevelopmentViewer(ViewerRole.Viewer, "\ufffd"), DevelopmentViewer.FromCookie("Viewer.gA=="));
    }
}
