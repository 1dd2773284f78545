using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;

namespace Aggregation.Tests.Writing;

/// <summary>A ledger that refuses to commit while told to.</summary>
public sealed class FailingLedger(ILedger ledger) : ILedger
{
    public bool Fails { get; set; }

    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append) =>
        Fails ? throw new LedgerUnavailableException("The test has closed the ledger.") : ledger.AppendAsync(append);

    public Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken) => ledger.ReadAsync(selection, onRow, cancellationToken);

    public Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken) => ledger.ReadHeadsAsync(cancellationToken);

    public Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken) => ledger.HoldAsync(cancellationToken);
}
