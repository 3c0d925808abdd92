using RumPortal.Sandbox.FaroReceiver;

namespace RumPortal.Sandbox.Hosting;

/// <summary>What the sandbox starts and how. The defaults are those of the command line; port 0 means any free port.</summary>
public sealed record SandboxOptions
{
    /// <summary>Starts the portal as a child process.</summary>
    public bool Portal { get; init; } = true;

    /// <summary>Starts the demo shop and the visitors.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>
    /// A folder whose <c>lines.jsonl.gz</c> is loaded into Loki before it answers; if they are there <c>metrics.openmetrics.txt.gz</c> into
    /// Prometheus, and <c>backend-spans.jsonl.gz</c> and the spans of <c>payloads.jsonl.gz</c> into Tempo.
    /// </summary>
    public string? Dataset { get; init; }

    /// <summary>
    /// A folder of rule files: <c>*.prometheus.yaml</c> for Prometheus, every other <c>*.yaml</c> for Loki's ruler. Null for the demo's own
    /// rules, or none without a demo.
    /// </summary>
    public string? Rules { get; init; }

    /// <summary>How often the ruler evaluates its groups, in place of their own intervals. The texts stay: with a shorter one their windows overlap.</summary>
    public TimeSpan? RulerInterval { get; init; }

    /// <summary>Same seed, same story.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How far back the visitors' history reaches; zero for none.</summary>
    public TimeSpan History { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How dense the history is.</summary>
    public int LinesPerDay { get; init; } = 120_000;

    public CorsHeaderList ReceiverCors { get; init; } = CorsHeaderList.Current;

    /// <summary>Loki refuses lines older than a week, as a server with default limits does.</summary>
    public bool RejectOldSamples { get; init; }

    /// <summary>Most bytes of lines that Loki keeps, and of spans that Tempo keeps; the oldest go first.</summary>
    public long MemoryLimit { get; init; } = 512L << 20;

    public int PortalPort { get; init; } = 5080;

    public int ShopPort { get; init; } = 5090;

    public int ShopApiPort { get; init; }

    public int LokiPort { get; init; }

    public int TempoPort { get; init; }

    public int PrometheusPort { get; init; }

    public int OtlpPort { get; init; }

    public int FaroPort { get; init; }
}
