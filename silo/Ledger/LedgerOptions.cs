namespace Aggregation.Ledger;

/// <summary>Where the ledger is, in whichever store (<c>Ledger:Provider</c>, <c>ConnectionStrings:Ledger</c>).</summary>
public abstract record LedgerOptions
{
    /// <summary>The store and the place in it, for people: never with a password.</summary>
    public abstract string Place { get; }

    /// <summary>What rows are sealed with.</summary>
    public SealOptions Seal { get; init; } = SealOptions.None;

    /// <summary>Where the silo signs what it has recorded.</summary>
    public HeadsOptions Heads { get; init; } = HeadsOptions.None;

    /// <summary>Reads the two settings.</summary>
    /// <param name="provider"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="connectionString"><c>ConnectionStrings:Ledger</c>.</param>
    /// <exception cref="LedgerStartException">The provider is unknown, or the connection string not one of its own.</exception>
    public static LedgerOptions Parse(string provider, string? connectionString) => provider switch
    {
        "sqlite" => SqliteLedgerOptions.Parse(connectionString),
        "postgres" => PostgresLedgerOptions.Parse(connectionString),
        _ => throw new LedgerStartException($"Ledger:Provider is '{provider}'; it must be 'sqlite' or 'postgres'."),
    };
}
