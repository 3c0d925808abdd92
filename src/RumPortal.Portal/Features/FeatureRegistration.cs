using RumPortal.Automation.Recording;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Admin;
using RumPortal.Portal.Features.Apps;
using RumPortal.Portal.Features.Propagation;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Portal.Features.Traces;
using RumPortal.Portal.Features.Vitals;
using RumPortal.Portal.Features.Vitals.Settings;
using RumPortal.Portal.State;

namespace RumPortal.Portal.Features;

/// <summary>The readers of all features. They hold no state, so one of each serves everyone; what belongs to a viewer's circuit is scoped.</summary>
public static class FeatureRegistration
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<FilterChoiceReader>();
        services.AddSingleton<AppReader>().AddSingleton<AppVolumeReader>().AddSingleton<AppVitalsReader>();
        services.AddSingleton<SessionListReader>().AddSingleton<SessionCounterReader>().AddSingleton<SessionVolumeReader>();
        services.AddSingleton<SessionTimelineReader>().AddSingleton<EmptyReasonReader>();
        services.AddHybridCache().AddSerializerFactory<InProcessSerializer>();
        services.AddSingleton<RecordingsLookup>().AddSingleton<DensityReads>().AddSingleton<VitalsReader>().AddSingleton<VitalReportsReader>().AddSingleton<RouteVitalsReader>();
        services.AddSingleton<TraceSearchReader>().AddSingleton<ServiceMapReader>().AddSingleton<TraceReader>().AddSingleton<TraceLinesReader>();
        services.AddSingleton<SavedViewAccess>().AddSingleton<CombinationReader>();
        services.AddSingleton<RecordingSettingsReader>().AddSingleton<RecordingSettingsWriter>().AddSingleton<VitalRulesReader>();
        services.AddSingleton<LokiProbe>().AddSingleton<TempoProbe>();
        services.AddSingleton<DocumentLoadReader>().AddSingleton<PropagationReader>();
        services.AddScoped<SessionTrail>().AddScoped<SessionListingFactory>();
    }
}
