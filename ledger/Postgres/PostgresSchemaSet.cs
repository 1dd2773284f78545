using System.Reflection;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// Tables that the silo keeps in the ledger's database: numbered steps in the program as <c>Schema/NAME-NUMBER-WHAT.sql</c>, applied when
/// the database is opened, under one lock and each set in its turn. Register another one to have it brought up to date with the ledger's
/// own.
/// </summary>
/// <param name="Assembly">The program that the steps are kept in.</param>
/// <param name="Name">What the steps' files begin with.</param>
public sealed record PostgresSchemaSet(Assembly Assembly, string Name)
{
    /// <summary>The ledger's own tables.</summary>
    public static PostgresSchemaSet Ledger { get; } = new(typeof(PostgresSchemaSet).Assembly, "postgres");
}
