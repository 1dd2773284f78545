using System.Threading.Tasks;
using Aggregation.Domain.Import;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Grains.Import;

/// <summary>The one place where lists of units are imported, so that two imports never mix. Key: <see cref="Key"/>.</summary>
[GrainInterfaceType("Aggregation.Import.IRegistryGrain"), Alias("registry")]
public interface IRegistryGrain : IGrainWithStringKey
{
    /// <summary>The key of the only one.</summary>
    const string Key = "units";

    /// <summary>Imports a list, whole or not at all.</summary>
    /// <exception cref="StaleEditionException">Somebody else imported meanwhile.</exception>
    /// <exception cref="LedgerUnavailableException">The store cannot be written; nothing was changed.</exception>
    [Alias("import"), ResponseTimeout("00:01:00")]
    Task<ImportOutcome> Import(UnitList list);
}
