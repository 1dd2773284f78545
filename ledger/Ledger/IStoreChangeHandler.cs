using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger;

/// <summary>Holds in memory what is kept beside the rows, and reads it again when another silo has changed it.</summary>
public interface IStoreChangeHandler
{
    /// <summary>The change it reads after.</summary>
    StoreChange Change { get; }

    /// <summary>Reads it again.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read now.</exception>
    Task RefreshAsync(CancellationToken cancellationToken);
}
