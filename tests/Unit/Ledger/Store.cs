namespace Aggregation.Tests.Ledger;

/// <summary>Where a ledger can be.</summary>
public enum Store
{
    Sqlite,
    Postgres,
}
