using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Import;

/// <summary>What an import did, or why it did nothing.</summary>
[GenerateSerializer, Immutable, Alias("import-outcome")]
public sealed record ImportOutcome
{
    /// <summary>Units that were not in the edition before.</summary>
    [Id(0)]
    public int Added { get; init; }

    /// <summary>Units with another name, kind, region or, with leave, parent than before.</summary>
    [Id(1)]
    public int Renamed { get; init; }

    /// <summary>Units of the list that were in the edition just so.</summary>
    [Id(2)]
    public int Unchanged { get; init; }

    /// <summary>How many units of each level the edition has now, in the catalogue's order.</summary>
    [Id(3)]
    public ImmutableArray<int> Levels { get; init; } = [];

    /// <summary>Why every refused line is refused; empty when the list was taken.</summary>
    [Id(4)]
    public ImmutableArray<ImportFault> Faults { get; init; } = [];

    /// <summary>True when the list would end the simulation but reports were recorded already; nothing was done.</summary>
    [Id(5)]
    public bool LedgerInUse { get; init; }

    /// <summary>True when the act stands in the ledger with what it did.</summary>
    [Id(6)]
    public bool IsRecorded { get; init; }
}
