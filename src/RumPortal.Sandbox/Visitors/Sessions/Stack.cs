using RumPortal.Sandbox.Visitors.Payloads;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>
/// Stacks into the bundle of a visitor's release: positions depend on the function and the version, so one error has one stack.
/// </summary>
internal static class Stack
{
    public static IReadOnlyList<Frame> Of(Visitor visitor, IReadOnlyList<string> functions)
    {
        var bundle = new Uri(visitor.App.Origin, $"/assets/main.{visitor.Version}.js").AbsoluteUri;
        return [.. functions.Select(function => new Frame(function, bundle, 2, 1_000 + (Position(function + visitor.Version) % 120_000)))];
    }

    // string.GetHashCode differs from run to run.
    private static int Position(string text) => text.Aggregate(17, (hash, c) => ((hash * 31) + c) & 0x7FFFFFF);
}
