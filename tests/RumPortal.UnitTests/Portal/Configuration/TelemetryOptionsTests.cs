using RumPortal.Portal.Configuration;

namespace RumPortal.UnitTests.Portal.Configuration;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData("http://alloy:4318", "http://alloy:4318/")]
    [InlineData("https://otlp.example/base/", "https://otlp.example/base/")]
    [InlineData("", null)]
    public void Read_OfALegalAddress_IsThatAddress(string value, string? expected)
    {
        var (options, faults) = Settings.Read(TelemetryOptions.Read, ("Telemetry:OtlpEndpoint", value));

        Assert.Equal(expected, options.OtlpEndpoint?.AbsoluteUri);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("alloy:4318")]
    [InlineData("grpc://alloy:4317")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/v1/traces")]
    [InlineData(" ")]
    public void Read_OfAnythingElse_SaysWhatIsLegal(string value) => Assert.Equal(
        ["Telemetry:OtlpEndpoint: must be an http or https URL, for example http://localhost:4318."],
        Settings.Read(TelemetryOptions.Read, ("Telemetry:OtlpEndpoint", value)).Faults);

    [Fact]
    public void Read_OfSeveralFaults_NamesEach() => Assert.Equal(
        ["Telemetry:Otlp: is not a setting. Known here: OtlpEndpoint.", "Telemetry:OtlpEndpoint: must be an http or https URL, for example http://localhost:4318."],
        Settings.Read(TelemetryOptions.Read, ("Telemetry:Otlp", "x"), ("Telemetry:OtlpEndpoint", "x")).Faults);
}
