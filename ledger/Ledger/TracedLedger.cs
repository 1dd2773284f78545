using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Ledger;

/// <summary>A ledger whose appends are a span of the sampled trace that they belong to: the wait for the group and its commit.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="system">What OpenTelemetry calls its store: <c>sqlite</c>, <c>postgresql</c>.</param>
internal sealed class TracedLedger(ILedger ledger, string system) : ILedger
{
    /// <inheritdoc/>
    public NameForms NameForms => ledger.NameForms;

    /// <inheritdoc/>
    public int Era => ledger.Era;

    /// <inheritdoc/>
    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append) =>
        Activity.Current is { Recorded: true } ? TraceAsync(append) : ledger.AppendAsync(append);

    /// <inheritdoc/>
    public Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken) =>
        ledger.ReadAsync(selection, onRow, cancellationToken);

    /// <inheritdoc/>
    public Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken) => ledger.ReadHeadsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken) => ledger.HoldAsync(cancellationToken);

    private async Task<ImmutableArray<DateTimeOffset>> TraceAsync(LedgerAppend append)
    {
        using var activity = Instrumentation.Source.StartActivity("commit to ledger", ActivityKind.Client);
        activity?.SetTag("db.system.name", system).SetTag("db.operation.name", "INSERT").SetTag(AttributeName.Rows, append.Rows.Length);
        try
        {
            return await ledger.AppendAsync(append);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message).SetTag("error.type", exception.GetType().FullName);
            throw;
        }
    }
}
