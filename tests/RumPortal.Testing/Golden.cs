using System.Text;

namespace RumPortal.Testing;

/// <summary>
/// Files that hold what a renderer writes, byte for byte. After a wanted change, one run of the tests with <c>RUMPORTAL_WRITE_GOLDEN=1</c>
/// writes them anew, and the difference is reviewed like code.
/// </summary>
public static class Golden
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text that the file holds, or null when there is no such file.</summary>
    public static string? Read(string path, string rendered)
    {
        if (Environment.GetEnvironmentVariable("RUMPORTAL_WRITE_GOLDEN") == "1") File.WriteAllText(path, rendered, Utf8);
        return File.Exists(path) ? File.ReadAllText(path, Utf8) : null;
    }
}
