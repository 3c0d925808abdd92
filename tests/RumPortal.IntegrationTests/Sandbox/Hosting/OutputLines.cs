using System.Collections.Concurrent;
using System.Text;

namespace RumPortal.IntegrationTests.Sandbox.Hosting;

/// <summary>Keeps the lines that are written to it; they can be read meanwhile.</summary>
internal sealed class OutputLines : TextWriter
{
    private readonly ConcurrentQueue<string> _lines = new();

    public override Encoding Encoding => Encoding.UTF8;

    public IReadOnlyList<string> Lines => [.. _lines];

    public override void Write(char value) => throw new NotSupportedException("Only whole lines are written here.");

    public override void WriteLine(string? value) => _lines.Enqueue(value ?? "");

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
