using System.Collections.Frozen;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>The spellings of intrinsics: the old ones without a scope, and those with one.</summary>
internal static class IntrinsicNames
{
    private static readonly (string Name, Intrinsic Intrinsic)[] All =
    [
        ("duration", Intrinsic.Duration), ("name", Intrinsic.Name), ("status", Intrinsic.Status), ("statusMessage", Intrinsic.StatusMessage), ("kind", Intrinsic.Kind),
        ("childCount", Intrinsic.ChildCount), ("parent", Intrinsic.Parent), ("nestedSetLeft", Intrinsic.NestedSetLeft), ("nestedSetRight", Intrinsic.NestedSetRight),
        ("nestedSetParent", Intrinsic.NestedSetParent), ("traceDuration", Intrinsic.TraceDuration), ("rootName", Intrinsic.RootName), ("rootServiceName", Intrinsic.RootServiceName),
        ("span:duration", Intrinsic.Duration), ("span:name", Intrinsic.Name), ("span:status", Intrinsic.Status), ("span:statusMessage", Intrinsic.StatusMessage),
        ("span:kind", Intrinsic.Kind), ("span:childCount", Intrinsic.ChildCount), ("span:id", Intrinsic.SpanId), ("span:parentID", Intrinsic.ParentId),
        ("trace:duration", Intrinsic.TraceDuration), ("trace:rootName", Intrinsic.RootName), ("trace:rootService", Intrinsic.RootServiceName), ("trace:id", Intrinsic.TraceId),
        ("event:name", Intrinsic.EventName), ("event:timeSinceStart", Intrinsic.EventTimeSinceStart), ("link:traceID", Intrinsic.LinkTraceId), ("link:spanID", Intrinsic.LinkSpanId),
        ("instrumentation:name", Intrinsic.InstrumentationName), ("instrumentation:version", Intrinsic.InstrumentationVersion),
    ];

    private static readonly FrozenDictionary<string, Intrinsic> ByName = All.ToFrozenDictionary(item => item.Name, item => item.Intrinsic);

    /// <summary>The intrinsics that Tempo 3.0 offers as tags.</summary>
    public static readonly IReadOnlyList<string> Offered =
    [
        "duration", "event:name", "event:timeSinceStart", "instrumentation:name", "instrumentation:version", "kind", "name", "rootName", "rootServiceName", "span:duration",
        "span:kind", "span:name", "span:status", "span:statusMessage", "status", "statusMessage", "trace:duration", "trace:rootName", "trace:rootService", "traceDuration",
    ];

    public static Intrinsic? Find(string name) => ByName.TryGetValue(name, out var intrinsic) ? intrinsic : null;

    /// <summary>The first, short spelling.</summary>
    public static string NameOf(Intrinsic intrinsic) => All.First(item => item.Intrinsic == intrinsic).Name;

    /// <summary>What Tempo checks a comparison against before it runs.</summary>
    public static ValueKind TypeOf(Intrinsic intrinsic) => intrinsic switch
    {
        Intrinsic.Duration or Intrinsic.TraceDuration or Intrinsic.EventTimeSinceStart => ValueKind.Duration,
        Intrinsic.ChildCount or Intrinsic.NestedSetLeft or Intrinsic.NestedSetRight or Intrinsic.NestedSetParent => ValueKind.WholeNumber,
        Intrinsic.Status => ValueKind.Status,
        Intrinsic.Kind => ValueKind.SpanKind,
        Intrinsic.Parent => ValueKind.Nil,
        _ => ValueKind.Text,
    };
}
