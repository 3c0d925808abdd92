using System.Security.Cryptography;
using System.Text;

namespace RumPortal.Storage.Schema;

/// <summary>One numbered step of the schema. Its text is final once any database has it: a later wish is a later step.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const string Folder = "migrations/";

    /// <summary>The steps of this release, in order: the embedded files <c>NNNN_name.sql</c>, counted from 1.</summary>
    public static IReadOnlyList<Migration> All { get; } =
        [.. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select((name, index) => Read(name, index + 1))];

    /// <summary>SHA-256 of the text in lower-case hexadecimal; the line ends of a checkout do not count.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    private static Migration Read(string resource, int number)
    {
        var name = Path.GetFileNameWithoutExtension(resource[Folder.Length..]);
        if (!name.StartsWith($"{number:D4}_", StringComparison.Ordinal))
            throw new InvalidOperationException($"The migration '{name}' stands where number {number:D4} belongs; there are no gaps.");
        using var stream = typeof(Migration).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource '{resource}' cannot be read.");
        using var reader = new StreamReader(stream);
        return new Migration(number, name, reader.ReadToEnd());
    }
}
