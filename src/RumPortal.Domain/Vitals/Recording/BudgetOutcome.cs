namespace RumPortal.Domain.Vitals.Recording;

/// <summary>How a dimension set can be recorded within the series limit of a query.</summary>
public enum BudgetOutcome
{
    /// <summary>One rule records all vitals.</summary>
    OneRule,

    /// <summary>One rule for each vital: five reads of the same lines in place of one.</summary>
    RulePerVital,

    /// <summary>Even one vital is beyond the limit.</summary>
    Refused,
}
