using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Aggregation.Contracts;
using Aggregation.Ledger.Seals;

namespace Aggregation.Api.Verification;

/// <summary>Collects what is wrong with rows: the first of them by name, the rest as a number. Used by one thread.</summary>
/// <param name="identities">Whom the ids of units stand for.</param>
internal sealed class ChainFaults(IReadOnlyDictionary<long, UnitIdentity> identities)
{
    /// <summary>The most that are named.</summary>
    public const int Most = 1_000;

    private readonly List<LedgerFault> named = [];

    /// <summary>How many rows there is something wrong with.</summary>
    public long Total { get; private set; }

    /// <summary>The first of them.</summary>
    public ImmutableArray<LedgerFault> Named => [.. named];

    /// <summary>Adds a row, or rows that follow each other.</summary>
    public void Add(long unit, long first, long last, string fault)
    {
        Total += last - first + 1;
        if (named.Count < Most)
            named.Add(new LedgerFault(NameOf(unit), first, last, fault));
    }

    /// <summary>Adds a seal key's own row.</summary>
    public void AddEpoch(int number, string fault)
    {
        Total++;
        named.Insert(0, new LedgerFault("", number, number, fault));
    }

    /// <summary>A unit's code with its edition, or its id where no unit has it.</summary>
    public string NameOf(long unit) => identities.TryGetValue(unit, out var identity)
        ? $"{identity.Edition}/{identity.Code}"
        : string.Create(CultureInfo.InvariantCulture, $"#{unit}");
}
