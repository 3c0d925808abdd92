namespace RumPortal.Domain.Vitals;

/// <summary>Orders lists of label values of one length by their first difference, so that answers do not depend on the order of rows.</summary>
internal sealed class LabelValuesOrder : IComparer<string[]>
{
    public static LabelValuesOrder Instance { get; } = new();

    public int Compare(string[]? left, string[]? right)
    {
        foreach (var (l, r) in (left ?? []).Zip(right ?? []))
        {
            var order = string.CompareOrdinal(l, r);
            if (order != 0) return order;
        }
        return 0;
    }
}
