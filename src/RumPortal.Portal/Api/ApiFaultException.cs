using System.Collections.Immutable;

namespace RumPortal.Portal.Api;

/// <summary>The caller asked for something that cannot be asked: status 400 with these sentences.</summary>
public sealed class ApiFaultException(ImmutableArray<string> faults) : Exception(string.Join(" ", faults))
{
    public ImmutableArray<string> Faults => faults;
}
