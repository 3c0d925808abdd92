namespace RumPortal.Sandbox.Hosting.CommandLines;

/// <summary>One option: how it is written, and what it does to the options.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Value">Name of the value in the help; null for a switch.</param>
/// <param name="Help">Its line in the help, default included.</param>
/// <param name="Legal">What a value may be, for the message about an illegal one.</param>
/// <param name="Apply">Gives null for an illegal value. Switches get an empty text.</param>
internal sealed record CommandLineOption(
    string Name, string? Value, string Help, string Legal, Func<SandboxOptions, string, SandboxOptions?> Apply)
{
    public static CommandLineOption Switch(string name, string help, Func<SandboxOptions, SandboxOptions> apply) =>
        new(name, null, help, "", (options, _) => apply(options));

    public static CommandLineOption Of<T>(
        string name, string value, string help, string legal, Func<string, T?> read, Func<SandboxOptions, T, SandboxOptions> apply)
        where T : struct =>
        new(name, value, help, legal, (options, text) => read(text) is { } parsed ? apply(options, parsed) : null);

    public static CommandLineOption Port(string name, string help, Func<SandboxOptions, int, SandboxOptions> apply) =>
        Of(name, "PORT", help, "a port from 0 (any free one) to 65535", text => OptionValues.Integer(text, 0, 65_535), apply);
}
