using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>The new lines of one answer, and where to read on.</summary>
internal readonly record struct LogSlice(IReadOnlyList<FaroRecord> Records, PageCursor? Next, Completeness Completeness);
