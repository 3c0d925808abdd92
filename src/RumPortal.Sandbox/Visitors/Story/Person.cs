namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>Somebody with an account. The names are as varied as real ones: scripts, quotes, an equals sign, an emoji.</summary>
internal sealed record Person(string Id, string Name, string? Email, string Plan, string? Language)
{
    private static readonly string[] Plans = ["free", "free", "plus", "pro"];

    private static readonly (string Name, string? Language)[] Names =
    [
        ("王小美", "zh-TW"), ("佐藤 健", "ja-JP"), ("김민서", "ko-KR"), ("陳怡君", "zh-TW"), ("李伟", "zh-CN"), ("鈴木 花子", "ja-JP"),
        ("alice o'neil", "en-GB"), ("zoë \"z\" quinn", null), ("bob=builder", "en-US"), ("Søren Ødegård", "nb-NO"), ("François Léger", "fr-FR"),
        ("maria 🌻", "es-ES"), ("Иван Петров", "ru-RU"), ("أمينة خالد", "ar"), ("ming.chen", "zh-TW"), ("hana.sato", "ja-JP"),
        ("jiwoo.kim", "ko-KR"), ("li wei", "zh-CN"), ("emma.schmidt", "de-DE"), ("liam.murphy", "en-GB"), ("noah.dubois", "fr-FR"),
        ("olivia.brown", "en-US"), ("lukas.weber", "de-DE"), ("sofia.rossi", "it-IT"), ("mateo.garcia", "es-ES"), ("ava.johnson", "en-US"),
        ("arjun.patel", "en-IN"), ("nguyễn thị mai", "vi-VN"), ("oskar.nowak", "pl-PL"), ("isla.macleod", "en-GB"), ("theo.bakker", "nl-NL"),
        ("chloé martin", "fr-FR"), ("yusuf.demir", "tr-TR"), ("ines.costa", "pt-PT"), ("hugo.lind", "sv-SE"), ("grace.okafor", "en-US"),
    ];

    private static readonly string[] GivenNames =
        ["anna", "ben", "clara", "david", "elif", "finn", "greta", "henri", "ida", "jonas", "kira", "leo", "mila", "nils", "paula"];

    private static readonly string[] FamilyNames =
        ["adler", "becker", "chan", "dietz", "evans", "fischer", "gruber", "hoang", "ivers", "jensen", "keller", "lim"];

    public static IReadOnlyList<Person> All { get; } =
    [
        .. Names.Concat(GivenNames.SelectMany(given => FamilyNames.Select(family => ($"{given}.{family}", (string?)null)))).Select(Create),
    ];

    private static Person Create((string Name, string? Language) entry, int index) => new(
        $"u-{index + 1:D4}",
        entry.Name,
        index % 3 == 0 ? $"user{index + 1}@mail.example.test" : null,
        Plans[index % Plans.Length],
        entry.Language);
}
