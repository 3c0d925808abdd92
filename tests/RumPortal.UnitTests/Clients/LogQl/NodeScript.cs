using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Clients.LogQl;

/// <summary>Runs one of the scripts in <c>tests/npm</c>: it reads a JSON document per line and answers each with one.</summary>
internal static class NodeScript
{
    public static async Task<IReadOnlyList<TAnswer>> RunAsync<TQuestion, TAnswer>(string script, IReadOnlyList<TQuestion> questions, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node", script)
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
        var answers = ReadAsync<TAnswer>(node.StandardOutput, cancellation);
        foreach (var question in questions) await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web).AsMemory(), cancellation);
        node.StandardInput.Close();
        var all = await answers;
        await node.WaitForExitAsync(cancellation);
        if (node.ExitCode != 0 || all.Count != questions.Count) throw new InvalidOperationException($"{all.Count} of {questions.Count} answers: {await errors}");
        return all;
    }

    private static async Task<List<TAnswer>> ReadAsync<TAnswer>(StreamReader output, CancellationToken cancellation)
    {
        var answers = new List<TAnswer>();
        while (await output.ReadLineAsync(cancellation) is { } line) answers.Add(JsonSerializer.Deserialize<TAnswer>(line, JsonSerializerOptions.Web)!);
        return answers;
    }
}
