using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;
using Aggregation.Contracts;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Folds;

namespace Aggregation.Api.Verification;

/// <summary>
/// Proves the live totals: appends are held back for the moment it takes to collect every live total at the rows that the ledger
/// then has, and a fresh fold of the ledger up to that very row is compared with them. A unit that is behind is waited for, for as
/// long as healing may take: what it still lacks then, it lacks for real.
/// </summary>
/// <param name="calls">Calls the units.</param>
/// <param name="registry">The editions: an import may replace the one that is being verified.</param>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class LedgerVerification(UnitCalls calls, UnitRegistry registry, TallyLayout layout, ILedger ledger, TimeProvider time)
{
    private const int CallsAtOnce = 64;

    // How long one hold waits for pushes in flight, and how long holds are repeated: a lost push is found and mended meanwhile.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Healing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SettlingStep = TimeSpan.FromMilliseconds(5);

    private readonly TallyDifferences differences = new(layout);

    /// <summary>Compares every unit of an edition.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read, or an import is still on its way to some unit.</exception>
    public async Task<Contracts.Verification> RunAsync(Edition edition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await WakeAsync(edition, cancellationToken);
        var startedAt = time.GetTimestamp();
        var moment = await CollectAsync(edition, cancellationToken);
        while (!moment.IsSettled && time.GetElapsedTime(startedAt) < Healing)
        {
            await Task.Delay(Settling, time, cancellationToken);
            moment = await CollectAsync(registry.Find(edition.Name) ?? edition, cancellationToken);
        }

        var fold = await AreaFold.ReadAsync(ledger, layout, moment.Edition, 0, null, moment.KnownAt, cancellationToken);
        var found = new List<Difference>();
        foreach (var (index, children) in moment.Live)
            found.AddRange(Compare(moment.Edition, index, children, fold));
        VerificationMeter.Verified(time.GetUtcNow(), found.Count);
        return new Contracts.Verification(edition.Name, moment.Position, moment.Edition.Units.Length, [.. found]);
    }

    // Activating a unit reads the ledger; done before appends are held, so that they are held for moments only.
    private async Task WakeAsync(Edition edition, CancellationToken cancellationToken) =>
        await CollectAsync(edition, Parents(edition), cancellationToken);

    private async Task<Moment> CollectAsync(Edition edition, CancellationToken cancellationToken)
    {
        await using var hold = await ledger.HoldAsync(cancellationToken);
        var expected = new AreaRows(edition, await ledger.ReadHeadsAsync(cancellationToken));
        var live = new Dictionary<int, ChildTallies>();
        var waiting = Parents(edition);
        var startedAt = time.GetTimestamp();
        while (true)
        {
            foreach (var (index, children) in await CollectAsync(edition, waiting, cancellationToken))
                live[index] = children;
            waiting = waiting.FindAll(index => IsBehind(edition, index, live[index], expected));
            if (waiting.Count == 0 || time.GetElapsedTime(startedAt) > Settling)
                break;
            await Task.Delay(SettlingStep, time, cancellationToken);
        }

        await hold.ConfirmAsync(cancellationToken);
        return new Moment(edition, hold.Position, hold.RecordedAt, live, waiting.Count == 0);
    }

    private async Task<List<(int Index, ChildTallies Children)>> CollectAsync(
        Edition edition,
        List<int> indices,
        CancellationToken cancellationToken)
    {
        var collected = new List<(int, ChildTallies)>(indices.Count);
        foreach (var chunk in indices.Chunk(CallsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answers = await Task.WhenAll(chunk.Select(index => CallAsync(edition, index)));
            collected.AddRange(chunk.Zip(answers));
        }

        return collected;
    }

    private Task<ChildTallies> CallAsync(Edition edition, int index) =>
        calls.CallAsync(new UnitKey(edition.Name, edition.Units[index].Code), static unit => unit.GetChildTallies());

    // Every unit that has others below it; those without are compared as their parent holds them.
    private static List<int> Parents(Edition edition) =>
        [.. Enumerable.Range(0, edition.Units.Length).Where(index => index == 0 || !edition.ChildrenOf(index).IsEmpty)];

    // A unit that has more rows than the ledger is not behind: waiting mends nothing there.
    private static bool IsBehind(Edition edition, int index, ChildTallies live, AreaRows expected)
    {
        if (live.RollUp.Subtotal.Version.Generation != edition.Generation || live.RollUp.Subtotal.Version.Rows < expected.Area(index))
            return true;
        var children = edition.ChildrenOf(index);
        for (var place = 0; place < children.Length; place++)
        {
            if (live.Children[place].Version.Rows < expected.Area(children[place]))
                return true;
        }

        return false;
    }

    private List<Difference> Compare(Edition edition, int index, ChildTallies live, AreaFold fold)
    {
        if (live.RollUp.Subtotal.Version.Generation != edition.Generation)
            throw new LedgerUnavailableException(
                $"An import is still on its way to unit {edition.Units[index].Code}; verify again when it has arrived.");
        var found = new List<Difference>(differences.Between(edition.Units[index].Code, live.RollUp.Subtotal, fold.Subtotal(index)));
        found.AddRange(differences.BetweenOwn(edition.Units[index].Code, live.RollUp.Own, fold.Own(index)));
        var children = edition.ChildrenOf(index);
        for (var place = 0; place < children.Length; place++)
        {
            if (edition.ChildrenOf(children[place]).IsEmpty)
                found.AddRange(differences.Between(
                    edition.Units[children[place]].Code,
                    live.Children[place],
                    fold.Subtotal(children[place])));
        }

        return found;
    }

    // What was collected while the ledger was held at a position.
    private sealed record Moment(
        Edition Edition,
        long Position,
        DateTimeOffset KnownAt,
        Dictionary<int, ChildTallies> Live,
        bool IsSettled);
}
