namespace Aggregation.Tests.Silo.Ledger;

/// <summary>Where a ledger can be.</summary>
public enum Store
{
    Sqlite,
    Postgres,
}
