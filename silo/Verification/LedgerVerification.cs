using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Folds;
using Aggregation.Ledger;
using Aggregation.RollUps;
using Aggregation.Tallies;
using Aggregation.Units;

namespace Aggregation.Verification;

/// <summary>
/// Proves the live totals: appends are held back for the moment it takes to collect every live total, and a fresh fold of
/// the ledger up to that very row is then compared with them.
/// </summary>
/// <param name="calls">Calls the units.</param>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="ledger">The ledger.</param>
public sealed class LedgerVerification(UnitCalls calls, TallyLayout layout, ILedger ledger)
{
    private const int CallsAtOnce = 64;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SettlingStep = TimeSpan.FromMilliseconds(5);

    private readonly TallyDifferences differences = new(layout);

    /// <summary>Compares every unit of an edition.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task<Contracts.Verification> RunAsync(Edition edition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await WakeAsync(edition, cancellationToken);
        var (position, knownAt, live) = await CollectAsync(edition, cancellationToken);
        var fold = await AreaFold.ReadAsync(ledger, layout, edition, 0, null, knownAt, cancellationToken);
        var found = new List<Difference>();
        foreach (var (index, children) in live)
            found.AddRange(Compare(edition, index, children, fold));
        VerificationMeter.Verified(DateTimeOffset.UtcNow, found.Count);
        return new Contracts.Verification(edition.Name, position, edition.Units.Length, [.. found]);
    }

    // Activating a unit reads the ledger; done before appends are held, so that they are held for moments only.
    private async Task WakeAsync(Edition edition, CancellationToken cancellationToken) => await CollectAsync(edition, Parents(edition), cancellationToken);

    private async Task<(long Position, DateTimeOffset? KnownAt, Dictionary<int, ChildTallies> Live)> CollectAsync(Edition edition, CancellationToken cancellationToken)
    {
        await using var hold = await ledger.HoldAsync(cancellationToken);
        var expected = new AreaRows(edition, await ledger.ReadHeadsAsync(cancellationToken));
        var live = new Dictionary<int, ChildTallies>();
        var waiting = Parents(edition);
        var deadline = DateTime.UtcNow + Settling;
        while (waiting.Count > 0)
        {
            foreach (var (index, children) in await CollectAsync(edition, waiting, cancellationToken))
                live[index] = children;
            waiting = waiting.FindAll(index => !HasSettled(edition, index, live[index], expected));
            if (waiting.Count > 0 && DateTime.UtcNow > deadline)
                break;
            if (waiting.Count > 0)
                await Task.Delay(SettlingStep, cancellationToken);
        }

        return (hold.Position, hold.RecordedAt, live);
    }

    private async Task<List<(int Index, ChildTallies Children)>> CollectAsync(Edition edition, List<int> indices, CancellationToken cancellationToken)
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

    private static bool HasSettled(Edition edition, int index, ChildTallies live, AreaRows expected)
    {
        if (live.RollUp.Subtotal.Version.Rows != expected.Area(index))
            return false;
        var children = edition.ChildrenOf(index);
        for (var place = 0; place < children.Length; place++)
        {
            if (live.Children[place].Version.Rows != expected.Area(children[place]))
                return false;
        }

        return true;
    }

    private List<Difference> Compare(Edition edition, int index, ChildTallies live, AreaFold fold)
    {
        var found = new List<Difference>(differences.Between(edition.Units[index].Code, live.RollUp.Subtotal, fold.Subtotal(index)));
        found.AddRange(differences.BetweenOwn(edition.Units[index].Code, live.RollUp.Own, fold.Own(index)));
        var children = edition.ChildrenOf(index);
        for (var place = 0; place < children.Length; place++)
        {
            if (edition.ChildrenOf(children[place]).IsEmpty)
                found.AddRange(differences.Between(edition.Units[children[place]].Code, live.Children[place], fold.Subtotal(children[place])));
        }

        return found;
    }
}
