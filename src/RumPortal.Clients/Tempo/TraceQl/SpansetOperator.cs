namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>How the spans of two sets within one trace relate. A set is what stands right; a union form is both sides.</summary>
public enum SpansetOperator
{
    /// <summary>Both sets have spans; both are the result.</summary>
    And,

    /// <summary>One set or the other has spans; both are the result.</summary>
    Or,

    Child,
    Parent,
    Descendant,
    Ancestor,
    Sibling,
    ChildUnion,
    ParentUnion,
    DescendantUnion,
    AncestorUnion,
    SiblingUnion,
}
