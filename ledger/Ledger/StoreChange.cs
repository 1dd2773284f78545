namespace Aggregation.Ledger;

/// <summary>What one silo tells the others that it has changed beside the rows: they read it again.</summary>
/// <param name="Name">What is sent.</param>
public sealed record StoreChange(string Name)
{
    /// <summary>A key was made or revoked.</summary>
    public static StoreChange Keys { get; } = new("keys");

    /// <summary>A browser's session was ended.</summary>
    public static StoreChange Sessions { get; } = new("sessions");

    /// <summary>A list of units was stored.</summary>
    public static StoreChange Units { get; } = new("units");

    /// <summary>The ledger was marked.</summary>
    public static StoreChange Mark { get; } = new("mark");
}
