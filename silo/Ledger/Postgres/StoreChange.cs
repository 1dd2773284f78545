using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger;

/// <summary>What one silo tells the others that it has changed: they read it again. Told within the transaction, it is heard when that commits.</summary>
/// <param name="Name">What is sent.</param>
internal sealed record StoreChange(string Name)
{
    /// <summary>Where it is told.</summary>
    public const string Channel = "aggregation";

    /// <summary>A key was made or revoked.</summary>
    public static StoreChange Keys { get; } = new("keys");

    /// <summary>A browser's session was ended.</summary>
    public static StoreChange Sessions { get; } = new("sessions");

    /// <summary>A list of units was stored.</summary>
    public static StoreChange Units { get; } = new("units");

    /// <summary>The ledger was marked.</summary>
    public static StoreChange Mark { get; } = new("mark");

    /// <summary>Tells it to every silo, this one included, once the connection's transaction commits.</summary>
    public async Task TellAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = Channel }, new() { Value = Name } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
