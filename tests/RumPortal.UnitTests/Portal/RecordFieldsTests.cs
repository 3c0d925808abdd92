using RumPortal.Portal.Features;
using RumPortal.Testing;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal;

public sealed class RecordFieldsTests
{
    private const string Logfmt = "kind=event event_name=\"sign in\" user_id=u-1 user_username=\"Ada L\" user_email=ada@x.test user_attr_plan=gold event_data_user_mail=ada@x.test user.id=raw session_id=s1 event_data_userActionName=buy";
    private const string Json = """{"kind":"event","event_name":"sign in","user_id":"u-1","user_username":"Ada L","user_email":"ada@x.test","user_attr_plan":"gold","event_data_user_mail":"ada@x.test","session_id":"s1"}""";

    [Theory]
    [InlineData(Logfmt)]
    [InlineData(Json)]
    public void Shown_ToAnyone_MasksWhoTheVisitorIs(string line)
    {
        var record = FaroLines.Parse(line);

        var shown = RecordFields.Shown(record, Viewers.Of("shop-web"));
        var raw = RecordFields.Line(record, Viewers.Of("shop-web"));

        Assert.DoesNotContain(shown, field => field.Value.Contains("ada", StringComparison.OrdinalIgnoreCase) || field.Value is "u-1" or "gold" or "raw");
        foreach (var secret in new[] { "ada", "u-1", "gold", "raw" }) Assert.DoesNotContain(secret, raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(("session_id", "s1"), shown);
        Assert.Contains("user_id=***", raw);
        Assert.Contains("event_name=sign in", raw);
    }

    [Theory]
    [InlineData(Logfmt)]
    [InlineData(Json)]
    public void Shown_ToThoseWhoMayUnmask_IsTheLineAsItIs(string line)
    {
        var record = FaroLines.Parse(line);

        Assert.Contains(("user_email", "ada@x.test"), RecordFields.Shown(record, Viewers.Unmasking("shop-web")));
        Assert.Equal(line, RecordFields.Line(record, Viewers.Unmasking("shop-web")));
    }

    [Fact]
    public void Shown_OfALineOfManyFields_SaysHowManyAreLeftOut()
    {
        var record = FaroLines.Parse(string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"k{i}=v")));

        var shown = RecordFields.Shown(record, Viewers.Admin);

        Assert.Equal(401, shown.Count);
        Assert.Equal(("…", "9600 more fields; the raw line has them"), shown[^1]);
    }

    [Fact]
    public void Shown_OfALongValue_SaysHowMuchIsLeftOut()
    {
        var record = FaroLines.Parse("message=" + new string('x', 5_000));

        Assert.Equal(("message", new string('x', 4_000) + "… (1000 more characters)"), RecordFields.Shown(record, Viewers.Admin).Single());
    }

    [Fact]
    public void Line_OfAMegabyte_IsCutForEveryoneAndSaysSo()
    {
        var record = FaroLines.Parse(string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"k{i}={new string('x', 1000)}")));

        var (whole, masked) = (RecordFields.Line(record, Viewers.Admin), RecordFields.Line(record, Viewers.Of()));

        Assert.InRange(whole.Length, 64_000, 64_100);
        Assert.EndsWith("more characters)", whole, StringComparison.Ordinal);
        Assert.InRange(masked.Length, 64_000, 66_000);
        Assert.EndsWith("more fields)", masked, StringComparison.Ordinal);
    }
}
