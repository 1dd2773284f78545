using Orleans;

namespace Aggregation.Domain.Import;

/// <summary>One line of a list of units.</summary>
/// <param name="Line">The line in the file, from 1, the header included.</param>
/// <param name="Code">The unit's code.</param>
/// <param name="Name">Its official name.</param>
/// <param name="Kind">Tỉnh, Quận, Xã …</param>
/// <param name="Level">The level's id: <c>commune</c>.</param>
/// <param name="Parent">The code of the unit directly above; empty for the nation.</param>
/// <param name="Region">The region; null where the file does not say, which leaves it as it is.</param>
[GenerateSerializer, Immutable, Alias("unit-list-row")]
public sealed record UnitListRow(
    [property: Id(0)] int Line,
    [property: Id(1)] string Code,
    [property: Id(2)] string Name,
    [property: Id(3)] string Kind,
    [property: Id(4)] string Level,
    [property: Id(5)] string Parent,
    [property: Id(6)] string? Region);
