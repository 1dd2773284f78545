using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// Which server connections reach, and since when. A standby that was promoted may lack what its primary had, and so may a copy that was put
/// back: what was read in one era need not stand in the next. Safe for concurrent use.
/// </summary>
/// <param name="place">Where the database is, for people.</param>
/// <param name="onBegin">Called before an era begins: connections of the one before are not to be lent any more.</param>
internal sealed class PostgresEras(string place, Action onBegin)
{
    // Nothing of a server in recovery: what is asked of a primary fails there.
    private const string Identity =
        """
        SELECT system_identifier, ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::int, (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint
        FROM pg_control_system()
        WHERE NOT pg_is_in_recovery()
        """;

    private readonly Lock gate = new();
    private (long System, int Timeline, long Position)? last;
    private int current;

    /// <summary>The number of the era: one more whenever the server is another one than before, or has gone back in time.</summary>
    public int Current => Volatile.Read(ref current);

    /// <summary>Looks at the server that a new connection has reached.</summary>
    /// <exception cref="LedgerUnavailableException">It is an old primary that goes on beside its successor.</exception>
    public void Note(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Identity, connection);
        using var found = command.ExecuteReader();
        if (found.Read())
            Note((found.GetInt64(0), found.GetInt32(1), found.GetInt64(2)));
    }

    /// <inheritdoc cref="Note(NpgsqlConnection)"/>
    public async Task NoteAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Identity, connection);
        await using var found = await command.ExecuteReaderAsync();
        if (await found.ReadAsync())
            Note((found.GetInt64(0), found.GetInt32(1), found.GetInt64(2)));
    }

    private void Note((long System, int Timeline, long Position) server)
    {
        lock (gate)
        {
            var before = last;
            if (before?.System == server.System && server.Timeline < before.Value.Timeline)
                throw new LedgerUnavailableException($"The ledger {place} cannot be used: this connection reached its old primary, of timeline {server.Timeline}, while timeline {before.Value.Timeline} is in use; shut the old server down.");
            last = server;
            if (before is null || (before.Value.System == server.System && before.Value.Timeline == server.Timeline && before.Value.Position <= server.Position))
                return;
            onBegin();
            Volatile.Write(ref current, current + 1);
        }
    }
}
