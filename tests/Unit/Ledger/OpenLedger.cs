using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Units;
using Aggregation.Tests.Ledger.Postgres;
using Aggregation.Tests.Ledger.Sqlite;

namespace Aggregation.Tests.Ledger;

/// <summary>A ledger in some store, with everything that is kept beside it.</summary>
internal abstract class OpenLedger : IDisposable
{
    public abstract string Place { get; }

    public abstract ILedger Ledger { get; }

    public abstract ILedgerQueries Queries { get; }

    public abstract IUnitStore Units { get; }

    public abstract IAccessStore Access { get; }

    public abstract IActStore Acts { get; }

    public abstract ISealedLedger Sealed { get; }

    /// <summary>Opens an empty ledger.</summary>
    public static async Task<OpenLedger> OpenAsync(Store store, TimeProvider? time = null, int groupRows = 4096) => store switch
    {
        Store.Sqlite => SqliteOpenLedger.InFolderOfItsOwn(time, groupRows),
        _ => await PostgresOpenLedger.MakeAsync(time, groupRows),
    };

    public static LedgerEntry Entry(int value, int? withdraws = null, string key = "key", string day = "2017-02-20") => new(
        "reporter",
        new Report(
            key,
            DateOnly.Parse(day, CultureInfo.InvariantCulture),
            withdraws is null ? new Figures { Counts = [new CountFigure("agencies", value)] } : Figures.None,
            withdraws));

    public static LedgerAppend Append(int unit, int first, params LedgerEntry[] rows) => new(unit, first, [.. rows]);

    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(int unit, int first, params LedgerEntry[] rows) =>
        Ledger.AppendAsync(Append(unit, first, rows));

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

    /// <summary>A new mark over what is stored.</summary>
    public abstract IDemonstrationMark ReadMark();

    /// <summary>Closes it, and opens what is stored again.</summary>
    public abstract OpenLedger Reopen();

    /// <summary>Returns once the writer has met the hold that somebody else took.</summary>
    public abstract Task MeetHoldAsync();

    /// <summary>As if an earlier program had made it, which knew one form of names only.</summary>
    public abstract Task ForgetNameFormsAsync();

    public abstract void Dispose();
}
