using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Audit;

namespace Aggregation.Ledger.Units;

/// <summary>Where the lists of units are kept, beside the ledger's rows.</summary>
public interface IUnitStore
{
    /// <summary>Reads every edition stored; empty when there is none yet.</summary>
    Task<ImmutableArray<Edition>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The generation stored of an edition; 0 when there is none yet.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read now.</exception>
    Task<int> GenerationAsync(string edition, CancellationToken cancellationToken);

    /// <summary>True when any report was ever recorded, of whatever edition.</summary>
    Task<bool> HasReportsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes an edition, whole or not at all: inserts and updates its units, and removes those that it no longer has
    /// (only simulated ones ever go). The act that it is stands with it: both or neither.
    /// </summary>
    /// <param name="edition">The new list; its generation is the stored one's plus 1.</param>
    /// <param name="import">The act; null for the list that a ledger starts with.</param>
    /// <param name="cancellationToken">Ends the wait before the writing begins.</param>
    /// <exception cref="StaleEditionException">The stored generation is another one: somebody else imported meanwhile.</exception>
    /// <exception cref="UnitsInUseException">A unit that would go has reports in the ledger.</exception>
    /// <exception cref="LedgerUnavailableException">The store cannot be written.</exception>
    Task SaveAsync(Edition edition, AdministrativeAct? import, CancellationToken cancellationToken);
}
