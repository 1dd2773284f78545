using System.Collections.Immutable;

namespace Aggregation.Silo.ServiceLevels;

/// <summary>How the system stood at one moment.</summary>
/// <param name="RowsBehind">How many rows the ledger has had for some seconds and the nation's roll-up does not hold; null while the
/// ledger's heads of then are not known.</param>
/// <param name="Provinces">Every unit directly below the nation.</param>
/// <param name="ExpiringKeys">How many keys are about to expire.</param>
internal sealed record ServiceLevelReading(long? RowsBehind, ImmutableArray<ProvinceReport> Provinces, int ExpiringKeys);
