namespace Aggregation.Ledger.Audit;

/// <summary>The acts that are recorded.</summary>
public static class ActName
{
    /// <summary>A key was made.</summary>
    public const string KeyMade = "key-made";

    /// <summary>A key was made in the place of another one.</summary>
    public const string KeyRotated = "key-rotated";

    /// <summary>A key was revoked.</summary>
    public const string KeyRevoked = "key-revoked";

    /// <summary>A list of units was imported.</summary>
    public const string UnitsImported = "units-imported";

    /// <summary>The live totals were compared with the ledger.</summary>
    public const string Verified = "verified";

    /// <summary>The ledger's rows were compared with their seals as well.</summary>
    public const string VerifiedDeeply = "verified-deeply";

    /// <summary>The ledger was marked as a demonstration.</summary>
    public const string DemonstrationMarked = "demonstration-marked";

    /// <summary>The ledger is sealed with another key from here on, or began to be sealed.</summary>
    public const string SealKeyChanged = "seal-key-changed";

    /// <summary>Keys, editions, marks and acts were taken as genuine as they stood.</summary>
    public const string RecordsAdopted = "records-adopted";

    /// <summary>Somebody signed in with a browser.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>The silo was started with other settings than the last time.</summary>
    public const string SettingsChanged = "settings-changed";

    /// <summary>The ledger was copied.</summary>
    public const string BackedUp = "backed-up";

    /// <summary>The ledger was made from a copy.</summary>
    public const string Restored = "restored";
}
