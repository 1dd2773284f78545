using System.Threading.Tasks;

namespace Aggregation.Ledger;

/// <summary>Says that this ledger ever took the scenario or the simulator. Once set it stays: every page and export says it.</summary>
public interface IDemonstrationMark
{
    /// <summary>True once the ledger is a demonstration. Costs nothing to ask.</summary>
    bool IsSet { get; }

    /// <summary>Marks the ledger for good.</summary>
    /// <exception cref="LedgerUnavailableException">The mark cannot be written.</exception>
    Task SetAsync();
}
