using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>Whether a record's own fields fulfil what was asked for.</summary>
public static class SessionMatch
{
    /// <summary>Where an app may have put who its visitor is.</summary>
    public static IReadOnlyList<LabelName> UserKeys { get; } = [FaroFields.UserId, FaroFields.UserName, FaroFields.UserEmail];

    public static bool Holds(FaroRecord record, SessionQuestion question) =>
        Holds(record, question.Conditions) && (question.User is not { } user || UserKeys.Any(key => Contains(record.SharedText(key.ToString()), user)));

    private static bool Holds(FaroRecord record, IReadOnlyCollection<MetadataFilter> filters) =>
        filters.Where(filter => filter.Operator == FilterOperator.Is).GroupBy(filter => filter.Key, StringComparer.Ordinal).All(group => group.Any(filter => filter.Value == record.Text(filter.Key)))
        && filters.All(filter => filter.Operator switch
        {
            FilterOperator.IsNot => record.Text(filter.Key) != filter.Value,
            FilterOperator.Contains => Contains(record.Text(filter.Key), filter.Value),
            _ => true,
        });

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
