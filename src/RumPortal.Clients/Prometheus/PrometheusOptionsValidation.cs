using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;

namespace RumPortal.Clients.Prometheus;

/// <summary>Names everything that is wrong with <see cref="PrometheusOptions"/> at once; a section that says nothing is right.</summary>
internal sealed class PrometheusOptionsValidation : IValidateOptions<PrometheusOptions>
{
    public ValidateOptionsResult Validate(string? name, PrometheusOptions options)
    {
        var isUnused = options is { Url: "", Tenant: "", BearerToken: "", Username: "", Password: "" };
        var faults = isUnused ? [] : BackendOptionsFaults.Of(options, PrometheusOptions.Section).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
