namespace RumPortal.Domain.Faro;

/// <summary>The script that ran longest while an interaction waited for its paint, as SDK 2.10 and later report it with INP.</summary>
/// <param name="Milliseconds">How long it overlapped the interaction.</param>
/// <param name="Subpart">Which part of the interaction it delayed: <c>input-delay</c>, <c>processing-duration</c>...</param>
/// <param name="InvokerType">What called it: <c>event-listener</c>, <c>user-callback</c>...</param>
/// <param name="Invoker">Which listener or callback; only where the app lets the SDK tell sources.</param>
/// <param name="SourceUrl">The script's address; likewise.</param>
/// <param name="SourceFunction">The function's name; likewise.</param>
public sealed record FaroLongScript(
    double? Milliseconds,
    string? Subpart,
    string? InvokerType,
    string? Invoker,
    string? SourceUrl,
    string? SourceFunction)
{
    internal static FaroLongScript? Of(FaroRecord record)
    {
        double? duration = record.TryGetNumber("longest_script_intersecting_duration", out var number) && number > 0 ? number : null;
        var script = new FaroLongScript(
            duration,
            record.SharedText("context_longest_script_subpart"),
            record.SharedText("context_longest_script_invoker_type"),
            record.SharedText("context_longest_script_invoker"),
            record.SharedText("context_longest_script_source_url"),
            record.SharedText("context_longest_script_source_function_name"));
        return script == Nothing ? null : script;
    }

    private static FaroLongScript Nothing { get; } = new(null, null, null, null, null, null);
}
