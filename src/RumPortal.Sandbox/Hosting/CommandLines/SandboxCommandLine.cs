using RumPortal.Sandbox.FaroReceiver;
using static RumPortal.Sandbox.Hosting.CommandLines.CommandLineOption;

namespace RumPortal.Sandbox.Hosting.CommandLines;

/// <summary>
/// What the arguments ask for. Everything that is wrong with them is named at once, each with the option and what is legal. Values stand
/// after a space or an equals sign: <c>--history 24h</c>, <c>--history=24h</c>.
/// </summary>
/// <param name="Options">The defaults with what could be read.</param>
/// <param name="HelpWanted"><c>--help</c> or <c>-h</c> was among the arguments; nothing else counts then.</param>
/// <param name="Errors">Empty when the options can be used.</param>
public sealed record SandboxCommandLine(SandboxOptions Options, bool HelpWanted, IReadOnlyList<string> Errors)
{
    private static readonly CommandLineOption[] All =
    [
        Switch("--no-portal", "do not start the portal", options => options with { Portal = false }),
        Switch("--no-demo", "no shop and no visitors", options => options with { Demo = false }),
        new("--dataset", "DIR", "load DIR/lines.jsonl.gz into Loki first; if there DIR/metrics.openmetrics.txt.gz into Prometheus, DIR/backend-spans.jsonl.gz and the spans of DIR/payloads.jsonl.gz into Tempo", "a folder that holds lines.jsonl.gz",
            (options, folder) => File.Exists(Path.Combine(folder, "lines.jsonl.gz")) ? options with { Dataset = folder } : null),
        new("--rules", "DIR", "rule files for the ruler (*.yaml) and for Prometheus (*.prometheus.yaml), in place of the demo's", "a folder",
            (options, folder) => Directory.Exists(folder) ? options with { Rules = folder } : null),
        Of("--ruler-interval", "SPAN", "how often the ruler evaluates, in place of each group's interval; a shorter one counts lines more than once", "a span such as 30s or 5m, at least 1s",
            text => OptionValues.Duration(text) is { } span && span >= TimeSpan.FromSeconds(1) ? span : (TimeSpan?)null, (options, span) => options with { RulerInterval = span }),
        Of("--seed", "N", "same number, same visitors (1)", "a whole number from 0",
            text => OptionValues.Integer(text, 0, int.MaxValue), (options, seed) => options with { Seed = seed }),
        Of("--history", "SPAN", "how far back the visitors reach (24h)", "a span such as 30m, 24h or 7d, at most 60d",
            OptionValues.Duration, (options, history) => options with { History = history }),
        Of("--lines-per-day", "N", "density of the history (120000)", "a whole number from 1000 to 5000000",
            text => OptionValues.Integer(text, 1_000, 5_000_000), (options, lines) => options with { LinesPerDay = lines }),
        Of("--memory-limit", "SIZE", "most bytes of lines that Loki keeps, and of spans that Tempo keeps; oldest go first (512MB)", "a size such as 512MB or 2GB, at least 16MB",
            OptionValues.Size, (options, limit) => options with { MemoryLimit = limit }),
        new("--receiver-cors", "MODE", "old: refuse the Idempotency-Key header of SDK 2.12 as older receivers do (current)", "current or old",
            (options, mode) => ReadCors(mode) is { } cors ? options with { ReceiverCors = cors } : null),
        Switch("--reject-old-samples", "Loki refuses lines older than a week", options => options with { RejectOldSamples = true }),
        Port("--portal-port", "the portal (5080)", (options, port) => options with { PortalPort = port }),
        Port("--shop-port", "the demo shop (5090)", (options, port) => options with { ShopPort = port }),
        Port("--shop-api-port", "the demo shop's API (any free port)", (options, port) => options with { ShopApiPort = port }),
        Port("--loki-port", "Loki (any free port)", (options, port) => options with { LokiPort = port }),
        Port("--tempo-port", "Tempo (any free port)", (options, port) => options with { TempoPort = port }),
        Port("--prometheus-port", "Prometheus (any free port)", (options, port) => options with { PrometheusPort = port }),
        Port("--otlp-port", "OTLP over HTTP, where spans are sent (any free port)", (options, port) => options with { OtlpPort = port }),
        Port("--faro-port", "the Faro receiver (any free port)", (options, port) => options with { FaroPort = port }),
    ];

    public static string Help { get; } =
        "The sandbox: the whole stack on loopback, for development, demonstration and tests.\n\n"
        + "Usage: dotnet run --project src/RumPortal.Sandbox -- [options]\n\n"
        + string.Concat(All.Select(option => $"  {option.Name + " " + option.Value,-24} {option.Help}\n"))
        + $"  {"--help",-24} this text\n";

    public static SandboxCommandLine Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(argument => argument is "--help" or "-h")) return new SandboxCommandLine(new SandboxOptions(), true, []);
        var (options, errors, seen) = (new SandboxOptions(), new List<string>(), new HashSet<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Split(arguments[i]);
            if (All.FirstOrDefault(candidate => candidate.Name == name) is not { } option)
            {
                errors.Add($"{name} is not an option. Legal are {string.Join(", ", All.Select(legal => legal.Name))} and --help.");
                continue;
            }

            if (!seen.Add(name)) errors.Add($"{name} is given twice.");
            if (option.Value is not null && value is null && i + 1 < arguments.Count) value = arguments[++i];
            options = Apply(option, value, options, errors);
        }

        errors.AddRange(SharedPorts(options));
        return new SandboxCommandLine(options, false, errors);
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static SandboxOptions Apply(CommandLineOption option, string? value, SandboxOptions options, List<string> errors)
    {
        string? error = null;
        if (option.Value is null && value is not null) error = $"{option.Name} takes no value.";
        if (option.Value is not null && value is null) error = $"{option.Name} needs {option.Legal}.";
        var applied = error is null ? option.Apply(options, value ?? "") : options;
        if (applied is null) error = $"{option.Name} {value}: not {option.Legal}.";
        if (error is not null) errors.Add(error);
        return applied ?? options;
    }

    private static IEnumerable<string> SharedPorts(SandboxOptions options)
    {
        (string Option, int Port)[] ports =
        [
            ("--portal-port", options.PortalPort), ("--shop-port", options.ShopPort), ("--shop-api-port", options.ShopApiPort),
            ("--loki-port", options.LokiPort), ("--tempo-port", options.TempoPort), ("--prometheus-port", options.PrometheusPort),
            ("--otlp-port", options.OtlpPort), ("--faro-port", options.FaroPort),
        ];
        return from port in ports
               where port.Port != 0
               group port.Option by port.Port into same
               where same.Count() > 1
               select $"{string.Join(" and ", same)} name the same port {same.Key}.";
    }

    private static CorsHeaderList? ReadCors(string mode) => mode switch
    {
        "current" => CorsHeaderList.Current,
        "old" => CorsHeaderList.Old,
        _ => null,
    };
}
