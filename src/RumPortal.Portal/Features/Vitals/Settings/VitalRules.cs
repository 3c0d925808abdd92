using System.Collections.Immutable;
using RumPortal.Automation.Render;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>The rule files of an app, and what they cost.</summary>
/// <param name="Sets">Each set with its series and what they mean for the limit.</param>
/// <param name="Files">Null while the estimate has not been made.</param>
/// <param name="Unread">Bytes that the estimate would read and that nobody agreed to yet.</param>
public sealed record VitalRules(ImmutableArray<BudgetedSet> Sets, VitalRuleFiles? Files, long? Unread = null)
{
    public static VitalRules None { get; } = new([], null);
}
