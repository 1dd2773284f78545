using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;

namespace Aggregation.Tests.Writing;

/// <summary>A ledger that refuses to commit while told to.</summary>
public sealed class FailingLedger(ILedger ledger) : ILedger
{
    public NameForms NameForms => ledger.NameForms;

    private long appended;

    public bool Fails { get; set; }

    /// <summary>How many rows have been appended.</summary>
    public long Appended => Interlocked.Read(ref appended);

    public int Era => ledger.Era;

    public async Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append)
    {
        if (Fails)
            throw new LedgerUnavailableException("The test has closed the ledger.");
        var instants = await ledger.AppendAsync(append);
        Interlocked.Add(ref appended, instants.Length);
        return instants;
    }

    public Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken) =>
        ledger.ReadAsync(selection, onRow, cancellationToken);

    public Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken) => ledger.ReadHeadsAsync(cancellationToken);

    public Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken) => ledger.HoldAsync(cancellationToken);
}
