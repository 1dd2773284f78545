using System;

namespace Aggregation.Domain.Units;

/// <summary>
/// The key of a unit's grain: <c>edition/code</c>, such as <c>2023/VN</c> or <c>2023/00001</c>. A bare code means nothing without its
/// edition.
/// </summary>
/// <param name="Edition">The edition's name: <c>2023</c>.</param>
/// <param name="Code">The unit's code within that edition.</param>
public readonly record struct UnitKey(string Edition, string Code)
{
    /// <summary>Reads a grain key back.</summary>
    /// <param name="key">A key as <see cref="ToString"/> writes it.</param>
    /// <exception cref="FormatException">The key has no <c>/</c>.</exception>
    public static UnitKey Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? new UnitKey(key[..slash], key[(slash + 1)..])
            : throw new FormatException($"A unit key is 'edition/code'; this is '{key}'.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Edition, "/", Code);
}
