using System.Text.RegularExpressions;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients.LogQl;

/// <summary>A filter on the raw line must find the same lines as reading the field would, in both spellings.</summary>
public sealed class FieldFilterTests
{
    [Fact]
    public void Filters_ForABrowser_AreThisText()
    {
        Assert.Equal(
            """
            {a="b"} |= "Mac OS" |~ "(?s)(?:^(?:(?:[^\"]|\"(?:[^\"\\\\]|\\\\.)*\")*[\\x00-\\x20])?browser[^A-Za-z0-9\\x00-\\x20=\"]os=|[{,][\\x09\\x0a\\x0d\\x20]*\"browser(?:[^A-Za-z0-9\"\\\\]|\\\\u[0-9A-Fa-f]{4}|\\\\[^u])os\"[\\x09\\x0a\\x0d\\x20]*:[\\x09\\x0a\\x0d\\x20]*)\"Mac OS\""
            """,
            Query(FieldFilter.Is("browser_os", "Mac OS")));
        Assert.StartsWith("""{a="b"} |~ "Firefox|Arcturus" |~ "(?s)""", Query(FieldFilter.IsAnyOf("browser_name", ["Firefox", "Arcturus"])), StringComparison.Ordinal);
        Assert.StartsWith("""{a="b"} |~ "(?s)""", Query(FieldFilter.IsAnyOf("browser_name", ["Firefox", "IE"])), StringComparison.Ordinal);
        Assert.StartsWith("""{a="b"} !~ "(?s)""", Query(FieldFilter.IsNoneOf("browser_name", ["Firefox"])), StringComparison.Ordinal);
        Assert.StartsWith("""{a="b"} |~ "(?i)check\\.out" |~ "(?s)""", Query(FieldFilter.Contains("page_url", "check.out")), StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_OfOneKey_AreAlternativesAndOfSeveralKeysAllHold()
    {
        MetadataFilter[] filters =
        [
            new("browser_name", FilterOperator.Is, "Arc"), new("app_version", FilterOperator.Is, "118"), new("browser_name", FilterOperator.Is, "Edge"),
            new("user_id", FilterOperator.IsNot, "u-1"), new("user_id", FilterOperator.IsNot, "u-2"), new("page_url", FilterOperator.Contains, "/Cart"),
        ];
        var all = FieldFilter.All(filters);

        Assert.True(Passes(all, "browser_name=Arc app_version=118 page_url=/cart/1"));
        Assert.True(Passes(all, "browser_name=Edge app_version=118 page_url=https://x.test/CART user_id=u-3"));
        Assert.False(Passes(all, "browser_name=Opera app_version=118 page_url=/cart"));
        Assert.False(Passes(all, "browser_name=Arc app_version=119 page_url=/cart"));
        Assert.False(Passes(all, "browser_name=Arc app_version=118 page_url=/cart user_id=u-2"));
        Assert.False(Passes(all, "browser_name=Arc app_version=118 page_url=/home"));
    }

    [Theory]
    [InlineData("app_version", "118", "kind=log app_version=118 x=1", true)]
    [InlineData("app_version", "118", "app_version=118", true)]
    [InlineData("app_version", "118", "kind=log app_version=1180", false)]
    [InlineData("app_version", "118", "my_app_version=118", false)]
    [InlineData("app_version", "118", "message=\"see app_version=118 here\" app_version=119", false)]
    [InlineData("app_version", "118", "message=\"see \\\" app_version=118 here\"", false)]
    [InlineData("app_version", "118", "message=\"see\" app_version=118", true)]
    [InlineData("app_version", "118", """{"app_version":"118"}""", true)]
    [InlineData("app_version", "118", """{"a":"b", "app_version" : "118" }""", true)]
    [InlineData("app_version", "118", """{"app_version":118,"b":1}""", true)]
    [InlineData("app_version", "118", """{"app_version":1180}""", false)]
    [InlineData("app_version", "118", """{"message":"\"app_version\":\"118\""}""", false)]
    [InlineData("app_version", "118", """{"message":" app_version=118 "}""", false)]
    [InlineData("event_data_http_request_method", "GET", "event_data_http.request.method=GET", true)]
    [InlineData("event_data_http_request_method", "GET", """{"event_data_http.request.method":"GET"}""", true)]
    [InlineData("event_data_http_request_method", "GET", "event_data_httpXrequest.method=GET", false)]
    [InlineData("_9x", "1", "9x=1", true)]
    [InlineData("_9x", "1", "-9x=1", true)]
    [InlineData("_9x", "1", "a9x=1", false)]
    [InlineData("a_b", "<x>", """{"a\u003cb":"\u003cx\u003e"}""", true)]
    public void Is_OfALine_KnowsWhereFieldsBegin(string key, string value, string line, bool expected)
    {
        Assert.Equal(expected, Passes(FieldFilter.Is(key, value), line));
        Assert.Equal(!expected, Passes(FieldFilter.IsNoneOf(key, [value]), line));
    }

    [Theory]
    [InlineData("user_id=u-1 user_email=Anna@x.test", true)]
    [InlineData("user_username=\"Hanna B\"", true)]
    [InlineData("""{"user_email":"anna@x.test"}""", true)]
    [InlineData("user_id=u-1 message=anna", false)]
    [InlineData("user_id=u-1", false)]
    public void ContainsInAnyOf_OfFields_LooksIntoThoseAlone(string line, bool expected) =>
        Assert.Equal(expected, Passes(FieldFilter.ContainsInAnyOf(["user_id", "user_email", "user_username"], "ANNA"), line));

    [Fact]
    public void Likely_OfPlainValues_IsAContainsCheck()
    {
        Assert.Equal("""{a="b"} |= "session_id=k3V" """.TrimEnd(), Query(FieldFilter.Likely("session_id", ["k3V"], LineParser.Logfmt)));
        Assert.Equal("""{a="b"} |= "\"session_id\":\"k3V\"" """.TrimEnd(), Query(FieldFilter.Likely("session_id", ["k3V"], LineParser.Json)));
        Assert.Equal("""{a="b"} |~ "session_id=k\\.3|session_id=x|\"session_id\":\"k\\.3\"|\"session_id\":\"x\"" """.TrimEnd(), Query(FieldFilter.Likely("session_id", ["k.3", "x"], LineParser.Mixed)));
        Assert.Equal("""{a="b"} !~ "session_id=k3V|session_id=x" """.TrimEnd(), Query(FieldFilter.Unlikely("session_id", ["k3V", "x"], LineParser.Logfmt)));
        Assert.Equal("""{a="b"} != "\"session_id\":\"k3V\"" """.TrimEnd(), Query(FieldFilter.Unlikely("session_id", ["k3V"], LineParser.Json)));
        Assert.Equal(Query(FieldFilter.IsNoneOf("session_id", ["a b", "x"])), Query(FieldFilter.Unlikely("session_id", ["a b", "x"], LineParser.Mixed)));
        Assert.Equal(Query(FieldFilter.Is("session_id", "a b")), Query(FieldFilter.Likely("session_id", ["a b"], LineParser.Logfmt)));
    }

    [Fact]
    public void Filters_WithoutAValue_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => FieldFilter.Is("a", ""));
        Assert.Throws<ArgumentException>(() => FieldFilter.IsAnyOf("a", []));
        Assert.Throws<ArgumentException>(() => FieldFilter.IsNoneOf("a", ["x", ""]));
        Assert.Throws<ArgumentException>(() => FieldFilter.Contains("a", ""));
        Assert.Throws<ArgumentException>(() => FieldFilter.ContainsInAnyOf(["a"], ""));
        Assert.Throws<ArgumentException>(() => FieldFilter.ContainsInAnyOf([], "a"));
    }

    private static string Query(IEnumerable<LineFilter> filters) => new LogQuery(new StreamSelector(LabelMatcher.Is("a", "b"))).With(filters).ToString();

    private static bool Passes(IEnumerable<LineFilter> filters, string line) => filters.All(filter => Passes(filter, line));

    // RE2 and this engine agree on the syntax used; both run in time linear to the line.
    private static bool Passes(LineFilter filter, string line) => filter.Operator == "|="
        ? filter.Values.Any(value => line.Contains(value, StringComparison.Ordinal))
        : Regex.IsMatch(line, filter.Values.Single(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) == (filter.Operator == "|~");
}
