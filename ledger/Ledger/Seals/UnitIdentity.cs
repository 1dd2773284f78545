using System.Text;

namespace Aggregation.Ledger.Seals;

/// <summary>Who a unit's id stands for. Sealed with every row, so that reports do not change hands with a code.</summary>
/// <param name="Edition">The edition's name.</param>
/// <param name="Code">The unit's code.</param>
internal sealed record UnitIdentity(string Edition, string Code)
{
    /// <summary>An id that no unit has.</summary>
    public static UnitIdentity Unknown { get; } = new("", "");

    /// <summary>Both in UTF-8.</summary>
    public (byte[] Edition, byte[] Code) Utf8 { get; } = (Encoding.UTF8.GetBytes(Edition), Encoding.UTF8.GetBytes(Code));
}
