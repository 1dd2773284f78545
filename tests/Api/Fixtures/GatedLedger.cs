using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>
/// A ledger in which folds of areas wait until the test lets them read; units read their own rows, and reports are recorded.
/// </summary>
internal sealed class GatedLedger(ILedger ledger, Task gate) : ILedger
{
    public NameForms NameForms => ledger.NameForms;

    public int Era => ledger.Era;

    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append) => ledger.AppendAsync(append);

    public async Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken)
    {
        if (!selection.WithSenders)
            await gate.WaitAsync(cancellationToken);
        await ledger.ReadAsync(selection, onRow, cancellationToken);
    }

    public Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken) => ledger.ReadHeadsAsync(cancellationToken);

    public Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken) => ledger.HoldAsync(cancellationToken);
}
