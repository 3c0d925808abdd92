using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Clients.LogQl;

/// <summary>The official grammar of LogQL, run by Node over many queries at once.</summary>
internal static class OfficialGrammar
{
    public static async Task<IReadOnlyList<ParsedQuery>> ParseAsync(IReadOnlyList<string> queries, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node", "logql.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "npm"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        var errors = node.StandardError.ReadToEndAsync(cancellation);
        var answers = ReadAsync(node.StandardOutput, cancellation);
        foreach (var query in queries) await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(query).AsMemory(), cancellation);
        node.StandardInput.Close();
        var parsed = await answers;
        await node.WaitForExitAsync(cancellation);
        if (node.ExitCode != 0 || parsed.Count != queries.Count) throw new InvalidOperationException($"{parsed.Count} of {queries.Count} answers: {await errors}");
        return parsed;
    }

    private static async Task<List<ParsedQuery>> ReadAsync(StreamReader output, CancellationToken cancellation)
    {
        var parsed = new List<ParsedQuery>();
        while (await output.ReadLineAsync(cancellation) is { } line) parsed.Add(JsonSerializer.Deserialize<ParsedQuery>(line, JsonSerializerOptions.Web)!);
        return parsed;
    }
}

/// <param name="Errors">The text around each place that the grammar cannot parse.</param>
/// <param name="Strings">The string literals, as written.</param>
internal sealed record ParsedQuery(IReadOnlyList<string> Errors, IReadOnlyList<string> Strings);
