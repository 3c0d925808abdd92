namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

public enum VectorOperation
{
    Sum,
    Avg,
    Min,
    Max,
    Count,
    Stddev,
    Stdvar,
    TopK,
    BottomK,
    Sort,
    SortDesc,
}
