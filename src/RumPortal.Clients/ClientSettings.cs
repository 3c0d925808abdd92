using Microsoft.Extensions.Configuration;
using RumPortal.Clients.Loki;

namespace RumPortal.Clients;

/// <summary>Checks the section <c>Backends</c> before anything is built from it.</summary>
public static class ClientSettings
{
    /// <summary>All faults, each a sentence with its key and the legal values; none when the clients can be used.</summary>
    public static IReadOnlyList<string> FaultsOf(IConfiguration configuration)
    {
        try
        {
            var options = configuration.GetSection(LokiOptions.Section).Get<LokiOptions>() ?? new LokiOptions();
            return [.. new LokiOptionsValidation().Validate(null, options).Failures ?? []];
        }
        catch (InvalidOperationException exception)
        {
            // The binder says which key has a value that is no number or no time.
            return [exception.Message];
        }
    }
}
