namespace Aggregation.Api.Access;

/// <summary>The codes of faults that have to do with keys: part of the API, never renamed.</summary>
public static class AccessFaultCode
{
    /// <summary>The unit lies outside the key's subtree. Arguments: unit, the key's unit.</summary>
    public const string OutsideSubtree = "outside-subtree";

    /// <summary>The key may not report at all. Arguments: its role.</summary>
    public const string RoleDoesNotReport = "role-does-not-report";

    /// <summary>No such role. Arguments: role, the roles.</summary>
    public const string UnknownRole = "unknown-role";

    /// <summary>The last day of a key lies in the past. Arguments: value, today.</summary>
    public const string InThePast = "in-the-past";

    /// <summary>The last day of a key lies after that of the key that makes it. Arguments: value, the maker's last day.</summary>
    public const string OutlivesMaker = "outlives-maker";

    /// <summary>The overlap is no number of days that a rotation may have. Arguments: value, the most.</summary>
    public const string BadOverlap = "bad-overlap";
}
