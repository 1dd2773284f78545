using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;

namespace Aggregation.Ledger.Units;

/// <summary>Brings the editions of this silo up to the stored ones: another silo may have imported a list.</summary>
/// <param name="registry">The editions of this silo.</param>
/// <param name="store">The units as stored.</param>
public sealed class StoredUnits(UnitRegistry registry, IUnitStore store) : IStoreChangeHandler
{
    /// <inheritdoc/>
    public StoreChange Change => StoreChange.Units;

    /// <summary>Reads every edition.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read now.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        foreach (var edition in await store.LoadAsync(cancellationToken))
            registry.Publish(edition);
    }

    /// <summary>Reads every edition if one is stored in a later generation than this silo has.</summary>
    /// <param name="edition">The edition's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LedgerUnavailableException">The store cannot be read now.</exception>
    public async Task CatchUpAsync(string edition, CancellationToken cancellationToken)
    {
        if (await store.GenerationAsync(edition, cancellationToken) > (registry.Find(edition)?.Generation ?? 0))
            await RefreshAsync(cancellationToken);
    }
}
