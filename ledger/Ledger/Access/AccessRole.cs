namespace Aggregation.Ledger.Access;

/// <summary>What a key may do within its unit's subtree.</summary>
public enum AccessRole
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Reads and reports.</summary>
    Reporter,

    /// <summary>Reads, reports, imports, verifies and manages keys.</summary>
    Admin,
}
