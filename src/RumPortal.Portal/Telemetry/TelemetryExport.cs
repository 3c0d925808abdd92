using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RumPortal.Portal.Configuration;

namespace RumPortal.Portal.Telemetry;

/// <summary>Sends the portal's own traces, metrics and logs by OTLP/HTTP when a collector is configured.</summary>
public static class TelemetryExport
{
    private static readonly string[] Meters =
    [
        PortalTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Components",
        "Microsoft.AspNetCore.Components.Lifecycle", "Microsoft.AspNetCore.Components.Server.Circuits", "System.Net.Http", "System.Runtime",
    ];

    public static void AddTelemetryExport(this WebApplicationBuilder builder, TelemetryOptions options)
    {
        if (options.OtlpEndpoint is not { } endpoint) return;
        // ASP.NET Core leaves the HTTP tags to an instrumentation package unless told otherwise.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var resource = ResourceBuilder.CreateDefault().AddService("rumportal", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3));
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(PortalTelemetry.Name, "Microsoft.AspNetCore", "Microsoft.AspNetCore.Components", "System.Net.Http")
            .AddOtlpExporter(export => Aim(export, endpoint, "v1/traces")).Build()!);
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Meters).AddOtlpExporter(export => Aim(export, endpoint, "v1/metrics")).Build()!);
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.SetResourceBuilder(resource);
            logging.IncludeFormattedMessage = true;
            logging.AddOtlpExporter(export => Aim(export, endpoint, "v1/logs"));
        });
        builder.Services.AddHostedService<TelemetryFlush>();
    }

    private static void Aim(OtlpExporterOptions export, Uri endpoint, string path)
    {
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
