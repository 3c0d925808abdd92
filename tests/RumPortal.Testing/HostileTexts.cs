namespace RumPortal.Testing;

/// <summary>What a filter, a URL or an app's name may hold.</summary>
public static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "\"} or {app=~\".+\"}",
        "x\" , app=~\".*",
        "abc\\",
        "a` |= `b",
        "a\n| json",
        "a # comment",
        "|= \"x\" | line_format \"{{ __line__ }}\"",
        ".*",
        "(a+)+$",
        string.Concat(Enumerable.Repeat("(?i)", 250)),
        "NUL \0 inside",
        "\\Q..\\E",
        "[",
        "a|b",
        "^$",
        "{{constructor}}",
        "tab\tcr\rlf\n",
        "\u0001\u001F\u007F\u0080\u009F",
        "購物車 結帳",
        "🚀👩‍👩‍👧",
        "lone \uD83D surrogate",
        "\uDE00",
        "\u2028 \u2029 \uFEFF \uFFFD",
        "\u202Ertl",
        "<script>alert('x')</script>&amp;",
        "C:\\Program Files\\x",
        "a=b c=\"d\"",
        "null",
        "true",
        "-1.5e+06",
        " ",
        new('x', 1024),
        string.Concat(Enumerable.Repeat("e\u0301", 500)),
        "'single'",
        "100%d %s",
        "a/b?c=d&e=f#g",
    ];
}
