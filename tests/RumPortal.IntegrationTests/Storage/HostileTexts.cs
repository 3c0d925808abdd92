namespace RumPortal.IntegrationTests.Storage;

/// <summary>
/// Texts that no name may be, with the end of the sentence that says so. To be used without enumeration at discovery: the runner would hand on
/// half a surrogate pair as U+FFFD.
/// </summary>
public static class HostileTexts
{
    public static TheoryData<string, string> Names { get; } = new()
    {
        { "", "is empty." },
        { " \t", "is empty." },
        { " x", "begins or ends with white space." },
        { "x\u00A0", "begins or ends with white space." },
        { "a\0b", "holds control characters." },
        { "a\u001B[31mb", "holds control characters." },
        { "a\nb", "holds control characters." },
        { "a\uD83Db", "holds half of a surrogate pair, which is no character." },
        { "\uDED2", "holds half of a surrogate pair, which is no character." },
        { "ab\uD83D", "holds half of a surrogate pair, which is no character." },
        { new string('x', 10_240), "is 10240 characters long; at most 200 fit." },
    };
}
