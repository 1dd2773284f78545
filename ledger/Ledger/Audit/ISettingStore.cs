using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Audit;

/// <summary>Where it is kept what the silo was last started with, beside the acts. Safe for concurrent use.</summary>
public interface ISettingStore
{
    /// <summary>The settings by name; empty before the first start.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<ImmutableSortedDictionary<string, string>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Stores the settings in the place of those before, and records the change: both or neither.</summary>
    /// <param name="settings">The settings by name.</param>
    /// <param name="change">The act.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LedgerUnavailableException">The store cannot be written.</exception>
    Task SaveAsync(ImmutableSortedDictionary<string, string> settings, AdministrativeAct change, CancellationToken cancellationToken);
}
