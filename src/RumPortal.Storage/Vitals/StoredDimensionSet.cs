namespace RumPortal.Storage.Vitals;

/// <summary>Dimensions by which an app's web vitals are recorded together, in the order in which they were chosen.</summary>
/// <param name="Dimensions">Label names such as <c>app_version</c>, as stored; whether they can be recorded is the domain's question.</param>
public sealed record StoredDimensionSet(Guid Id, string App, string Name, IReadOnlyList<string> Dimensions, Revision Revision);
