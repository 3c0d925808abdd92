using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Hosting.CommandLines;

namespace RumPortal.UnitTests.Sandbox.Hosting;

public sealed class SandboxCommandLineTests
{
    private static readonly SandboxOptions Defaults = new();

    public static TheoryData<string, SandboxOptions> Good { get; } = new()
    {
        { "", Defaults },
        { "--no-portal", Defaults with { Portal = false } },
        { "--no-demo --no-portal", Defaults with { Portal = false, Demo = false } },
        { "--seed 42", Defaults with { Seed = 42 } },
        { "--seed=0", Defaults with { Seed = 0 } },
        { "--history 0", Defaults with { History = TimeSpan.Zero } },
        { "--history 90s", Defaults with { History = TimeSpan.FromSeconds(90) } },
        { "--history 30m", Defaults with { History = TimeSpan.FromMinutes(30) } },
        { "--history 24h", Defaults with { History = TimeSpan.FromHours(24) } },
        { "--history 60d", Defaults with { History = TimeSpan.FromDays(60) } },
        { "--lines-per-day 1000", Defaults with { LinesPerDay = 1_000 } },
        { "--memory-limit 64MB", Defaults with { MemoryLimit = 64L << 20 } },
        { "--memory-limit 2gb", Defaults with { MemoryLimit = 2L << 30 } },
        { "--receiver-cors old", Defaults with { ReceiverCors = CorsHeaderList.Old } },
        { "--receiver-cors current", Defaults },
        { "--reject-old-samples", Defaults with { RejectOldSamples = true } },
        { "--portal-port 0 --shop-port 0", Defaults with { PortalPort = 0, ShopPort = 0 } },
        { "--shop-api-port 8001", Defaults with { ShopApiPort = 8001 } },
        { "--loki-port 3100 --faro-port 65535", Defaults with { LokiPort = 3100, FaroPort = 65535 } },
        { "--rules /tmp", Defaults with { Rules = "/tmp" } },
        { "--ruler-interval 30s", Defaults with { RulerInterval = TimeSpan.FromSeconds(30) } },
        { "--prometheus-port 9090", Defaults with { PrometheusPort = 9090 } },
        { "--tempo-port 3200 --otlp-port=4318", Defaults with { TempoPort = 3200, OtlpPort = 4318 } },
    };

    public static TheoryData<string, string> Bad { get; } = new()
    {
        { "--seed", "--seed needs a whole number from 0." },
        { "--seed -1", "--seed -1: not a whole number from 0." },
        { "--seed 1.5", "--seed 1.5: not a whole number from 0." },
        { "--history soon", "--history soon: not a span such as 30m, 24h or 7d, at most 60d." },
        { "--history 61d", "--history 61d: not a span such as 30m, 24h or 7d, at most 60d." },
        { "--history h", "--history h: not a span such as 30m, 24h or 7d, at most 60d." },
        { "--lines-per-day 10", "--lines-per-day 10: not a whole number from 1000 to 5000000." },
        { "--memory-limit 15MB", "--memory-limit 15MB: not a size such as 512MB or 2GB, at least 16MB." },
        { "--memory-limit 512", "--memory-limit 512: not a size such as 512MB or 2GB, at least 16MB." },
        { "--receiver-cors new", "--receiver-cors new: not current or old." },
        { "--loki-port 65536", "--loki-port 65536: not a port from 0 (any free one) to 65535." },
        { "--no-portal=yes", "--no-portal takes no value." },
        { "--no-demo --no-demo", "--no-demo is given twice." },
        { "--dataset /nowhere", "--dataset /nowhere: not a folder that holds lines.jsonl.gz." },
        { "--rules /nowhere", "--rules /nowhere: not a folder." },
        { "--ruler-interval 0", "--ruler-interval 0: not a span such as 30s or 5m, at least 1s." },
        { "--loki-port 5080", "--portal-port and --loki-port name the same port 5080." },
        { "--loki-port 7 --prometheus-port 7", "--loki-port and --prometheus-port name the same port 7." },
        { "--tempo-port 7 --otlp-port 7", "--tempo-port and --otlp-port name the same port 7." },
        { "--shop-api-port 7 --faro-port 7", "--shop-api-port and --faro-port name the same port 7." },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Parse_LegalArguments_GivesTheirOptions(string arguments, SandboxOptions expected)
    {
        var commandLine = Parse(arguments);

        Assert.Empty(commandLine.Errors);
        Assert.Equal(expected, commandLine.Options);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Parse_IllegalArgument_SaysWhichAndWhatIsLegal(string arguments, string error)
    {
        var commandLine = Parse(arguments);

        Assert.Equal([error], commandLine.Errors);
    }

    [Fact]
    public void Parse_UnknownOption_NamesItAndListsTheLegalOnes()
    {
        var commandLine = Parse("--grafana-port 3000");

        Assert.StartsWith("--grafana-port is not an option. Legal are --no-portal, --no-demo, --dataset, --rules, --ruler-interval, --seed, ", commandLine.Errors[0]);
        Assert.EndsWith(" and --help.", commandLine.Errors[0]);
    }

    [Fact]
    public void Parse_SeveralFaults_NamesThemAll()
    {
        var commandLine = Parse("--seed x --history y");

        Assert.Equal(2, commandLine.Errors.Count);
    }

    [Fact]
    public void Parse_DatasetFolder_IsTaken()
    {
        var folder = RumPortal.Testing.Repository.Conformance;

        var commandLine = SandboxCommandLine.Parse(["--dataset", folder]);

        Assert.Empty(commandLine.Errors);
        Assert.Equal(folder, commandLine.Options.Dataset);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--seed nonsense --help")]
    public void Parse_HelpAmongTheArguments_WinsOverEverything(string arguments)
    {
        var commandLine = Parse(arguments);

        Assert.True(commandLine.HelpWanted);
        Assert.Empty(commandLine.Errors);
    }

    [Fact]
    public void Help_Printed_NamesEveryOptionThatAnErrorCallsLegal()
    {
        var legal = Parse("--nonsense").Errors[0].Split("Legal are ")[1].Replace(" and ", ", ").TrimEnd('.').Split(", ");

        Assert.All(legal, option => Assert.Contains($"  {option} ", SandboxCommandLine.Help));
    }

    private static SandboxCommandLine Parse(string arguments) =>
        SandboxCommandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
