using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>How silos tell each other of changes: within the transaction, so that it is heard when that commits.</summary>
internal static class PostgresNotice
{
    /// <summary>Where it is told.</summary>
    public const string Channel = "aggregation";

    /// <summary>Tells a change to every silo, this one included, once the connection's transaction commits.</summary>
    public static async Task TellAsync(this StoreChange change, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT pg_notify($1, $2)",
            connection)
        { Parameters = { new() { Value = Channel }, new() { Value = change.Name } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
