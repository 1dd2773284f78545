using System;
using System.Diagnostics;
using Aggregation.Bench.Hosting;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Sqlite;
using SQLitePCL;

namespace Aggregation.Bench.Load;

/// <summary>
/// What the disk and SQLite can do with the ledger's own schema and nothing around it: one thread, one prepared statement, everything
/// to be written made beforehand, groups of one size, each on the disk before the next begins.
/// </summary>
internal sealed class RawAppender : IDisposable
{
    private const int KeyBytes = 18;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt insert;
    private readonly Unit[] units;
    private readonly int[] heads;
    private readonly byte[][] payloads;
    private long rows;

    static RawAppender() => Batteries_V2.Init();

    /// <summary>Makes the file with the silo's own migrations, and opens it anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="units">The units, taken in turn.</param>
    /// <param name="workload">The figures.</param>
    /// <param name="everyFourth">Other figures for one row of four; null for the same.</param>
    public RawAppender(string path, Unit[] units, Workload workload, Workload? everyFourth = null)
    {
        SqliteDatabase.Open(new SqliteLedgerOptions { Path = path, Seal = BenchSeal.Options }, TimeProvider.System).Dispose();
        this.units = units;
        heads = new int[units.Length];
        payloads = new byte[5_000][];
        for (var place = 0; place < payloads.Length; place++)
            payloads[place] = FiguresJson.Write((place % 4 == 3 && everyFourth is not null ? everyFourth : workload).Next().Figures);
        Check(raw.sqlite3_open(path, out database));
        Check(raw.sqlite3_exec(database, "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -65536;"));
        Check(raw.sqlite3_prepare_v2(
            database,
            "INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload) VALUES (?, ?, "
                + "?, ?, ?, ?, NULL, ?)",
            out insert));
    }

    /// <summary>Appends for a while.</summary>
    /// <returns>Rows a second.</returns>
    public double Append(TimeSpan span, int groupRows)
    {
        var before = rows;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < span)
            Append(groupRows);
        return (rows - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Appends one group.</summary>
    public void Append(int groupRows)
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        "bench-"u8.CopyTo(key);
        Check(raw.sqlite3_exec(database, "BEGIN IMMEDIATE"));
        for (var row = 0; row < groupRows; row++)
        {
            var place = (int)(rows % units.Length);
            rows.TryFormat(key[6..], out _, "000000000000", System.Globalization.CultureInfo.InvariantCulture);
            raw.sqlite3_bind_int64(insert, 1, units[place].Id);
            raw.sqlite3_bind_int64(insert, 2, ++heads[place]);
            raw.sqlite3_bind_int64(insert, 3, 20240220);
            raw.sqlite3_bind_int64(insert, 4, 1_700_000_000_000_000 + rows);
            raw.sqlite3_bind_text(insert, 5, "configured-admin"u8);
            raw.sqlite3_bind_text(insert, 6, key);
            raw.sqlite3_bind_text(insert, 7, payloads[rows % payloads.Length]);
            if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
            raw.sqlite3_reset(insert);
            rows++;
        }

        Check(raw.sqlite3_exec(database, "COMMIT"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        insert.Dispose();
        database.Dispose();
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
    }
}
