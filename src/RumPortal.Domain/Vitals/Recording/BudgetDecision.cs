namespace RumPortal.Domain.Vitals.Recording;

/// <summary>What the series limit means for a dimension set.</summary>
/// <param name="Estimate">Series of the largest single rule that would be written, or was refused.</param>
/// <param name="Drop">When refused: the dimension without which the fewest series are left.</param>
/// <param name="Sentence">Says the decision and its figures to the user.</param>
public sealed record BudgetDecision(BudgetOutcome Outcome, long Estimate, int Limit, string? Drop, string Sentence);
