using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.Store;

/// <summary>The label <c>service_name</c> that Loki adds to each stream: the first of these labels that is there.</summary>
internal static class ServiceName
{
    private const string Label = "service_name";

    private static readonly string[] Sources =
    [
        "service", "app", "application", "app_name", "name", "app_kubernetes_io_name", "container", "container_name", "k8s_container_name",
        "component", "workload", "job", "k8s_job_name",
    ];

    public static LabelSet AddTo(LabelSet labels) => labels.Contains(Label)
        ? labels
        : labels.With(Label, Sources.Select(labels.ValueOrEmpty).FirstOrDefault(value => value.Length > 0) ?? "unknown_service");
}
