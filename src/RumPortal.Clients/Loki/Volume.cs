using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>How many bytes of lines were stored under these labels, from the index.</summary>
public sealed record Volume(LabelSet Labels, long Bytes);
