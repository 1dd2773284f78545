using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// Which server connections reach, and since when. A standby that was promoted may lack what its primary had, and so may a copy that was
/// put back: what was read in one era need not stand in the next. Safe for concurrent use.
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
    private Server? last;
    private int current;

    /// <summary>The number of the era: one more whenever the server is another one than before, or has gone back in time.</summary>
    public int Current => Volatile.Read(ref current);

    /// <summary>Looks at the server that a new connection has reached.</summary>
    /// <exception cref="LedgerUnavailableException">It is an old primary that goes on beside its successor.</exception>
    public void Note(NpgsqlConnection connection)
    {
        var asked = Asked();
        using var command = new NpgsqlCommand(Identity, connection);
        using var found = command.ExecuteReader();
        if (found.Read())
            Note(new Server(found.GetInt64(0), found.GetInt32(1), found.GetInt64(2)), asked);
    }

    /// <inheritdoc cref="Note(NpgsqlConnection)"/>
    public async Task NoteAsync(NpgsqlConnection connection)
    {
        var asked = Asked();
        await using var command = new NpgsqlCommand(Identity, connection);
        await using var found = await command.ExecuteReaderAsync();
        if (await found.ReadAsync())
            Note(new Server(found.GetInt64(0), found.GetInt32(1), found.GetInt64(2)), asked);
    }

    private (Server? Last, int Era) Asked()
    {
        lock (gate)
            return (last, current);
    }

    /// <summary>Takes what a server said of itself.</summary>
    /// <param name="server">What it said.</param>
    /// <param name="asked">What was known when it was asked: answers may overtake each other, and only one that is behind that has gone
    /// back.</param>
    internal void Note(Server server, (Server? Last, int Era) asked)
    {
        lock (gate)
        {
            if (last is not { } known)
            {
                last = server;
                return;
            }

            if (known.System == server.System && server.Timeline < known.Timeline)
                throw new LedgerUnavailableException(
                    $"The ledger {place} cannot be used: this connection reached its old primary, of timeline {server.Timeline}, while "
                        + $"timeline {known.Timeline} is in use; shut the old server down.");
            var hasGoneBack = asked.Era == current && server.Position < asked.Last?.Position;
            if (known.System == server.System && known.Timeline == server.Timeline && !hasGoneBack)
            {
                last = server with { Position = Math.Max(known.Position, server.Position) };
                return;
            }

            last = server;
            onBegin();
            Volatile.Write(ref current, current + 1);
        }
    }

    /// <summary>What a server says of itself.</summary>
    /// <param name="System">Its system identifier.</param>
    /// <param name="Timeline">Its timeline.</param>
    /// <param name="Position">How far its log is flushed, in bytes.</param>
    internal readonly record struct Server(long System, int Timeline, long Position);
}
