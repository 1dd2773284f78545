using System;
using System.Linq;

namespace Aggregation.Domain.Catalogue;

/// <summary>A level of administration; its number is its place in <see cref="IndicatorCatalogue.Levels"/>.</summary>
/// <param name="Id">The name in the API: <c>nation</c>, <c>province</c>, <c>district</c>, <c>commune</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Code">The only code of the level, for the nation; null elsewhere.</param>
/// <param name="CodeDigits">How many digits an official code of the level has; 0 where <paramref name="Code"/> says it.</param>
public sealed record Level(string Id, Label Label, string? Code, int CodeDigits)
{
    /// <summary>What an official code of the level looks like: <c>VN</c>, or <c>00000</c> for five digits.</summary>
    public string CodeForm => Code ?? new string('0', CodeDigits);

    /// <summary>True when the text can be an official code of the level.</summary>
    public bool IsOfficialCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Code is null
            ? code.Length == CodeDigits && code.All(char.IsAsciiDigit)
            : string.Equals(code, Code, StringComparison.Ordinal);
    }
}
