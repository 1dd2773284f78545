using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Reports;

namespace Aggregation.Tests.Silo.Ledger;

/// <summary>A ledger in a file, with everything that is kept beside it.</summary>
internal sealed class OpenLedger : IDisposable
{
    public OpenLedger(string path, TimeProvider? time = null, SqliteLedgerOptions? options = null)
    {
        time ??= TimeProvider.System;
        Database = SqliteDatabase.Open(options ?? new SqliteLedgerOptions { Path = path }, time);
        Writer = new SqliteWriter(Database, time);
        Readers = new SqliteReaders(Database);
        Ledger = new SqliteLedger(Database, Writer, time);
        Queries = new SqliteLedgerQueries(Readers);
    }

    public SqliteDatabase Database { get; }

    public SqliteWriter Writer { get; }

    public SqliteReaders Readers { get; }

    public SqliteLedger Ledger { get; }

    public SqliteLedgerQueries Queries { get; }

    public static LedgerEntry Entry(int value, int? withdraws = null, string key = "key", string day = "2017-02-20") => new(
        "reporter",
        new Report(
            key,
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            withdraws is null ? new Figures { Counts = [new CountFigure("agencies", value)] } : Figures.None,
            withdraws));

    public static LedgerAppend Append(int unit, int first, params LedgerEntry[] rows) => new(unit, first, [.. rows]);

    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(int unit, int first, params LedgerEntry[] rows) => Ledger.AppendAsync(Append(unit, first, rows));

    public async Task<List<LedgerRow>> ReadAsync(IEnumerable<int> units, DateTimeOffset? knownAt = null, bool withSenders = false)
    {
        var rows = new List<LedgerRow>();
        await Ledger.ReadAsync(
            new LedgerSelection { UnitIds = [.. units.Order()], KnownAt = knownAt, WithSenders = withSenders },
            rows.Add,
            CancellationToken.None);
        return rows;
    }

    public Task<List<LedgerRow>> ReadAsync(int unit) => ReadAsync([unit]);

    public void Dispose()
    {
        Ledger.Dispose();
        Readers.Dispose();
        Writer.Dispose();
        Database.Dispose();
    }
}
