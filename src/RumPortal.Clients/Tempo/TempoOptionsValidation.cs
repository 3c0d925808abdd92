using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;

namespace RumPortal.Clients.Tempo;

/// <summary>Names everything that is wrong with <see cref="TempoOptions"/> at once; a section that says nothing is right.</summary>
internal sealed class TempoOptionsValidation : IValidateOptions<TempoOptions>
{
    public ValidateOptionsResult Validate(string? name, TempoOptions options)
    {
        var isUnused = options is { Url: "", Tenant: "", BearerToken: "", Username: "", Password: "" };
        var faults = isUnused ? [] : BackendOptionsFaults.Of(options, TempoOptions.Section).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
