namespace RumPortal.Sandbox.Visitors.Story;

internal sealed record Device(string Language, int ViewportWidth, int ViewportHeight)
{
    private static readonly (int Width, int Height)[] Desktops = [(1920, 969), (1536, 730), (1512, 823), (1440, 789), (2560, 1305), (1366, 651)];
    private static readonly (int Width, int Height)[] Phones = [(390, 664), (393, 659), (412, 785), (430, 739), (360, 668)];
    private static readonly string[] Languages = ["en-US", "en-US", "en-GB", "de-DE", "zh-TW", "ja-JP", "ko-KR", "fr-FR"];

    public static Device For(BrowserProfile browser, string? language, SeededRandom random)
    {
        var (width, height) = random.Pick(browser.IsMobile ? Phones : Desktops);
        return new Device(language ?? random.Pick(Languages), width, height);
    }
}
