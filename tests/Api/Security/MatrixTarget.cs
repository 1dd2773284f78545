namespace Aggregation.Tests.Api.Security;

/// <summary>A unit that is asked about, as seen from district 001 of edition 2023.</summary>
/// <param name="Name">What it is to the district.</param>
/// <param name="Unit">Its code.</param>
/// <param name="IsWithin">Whether it lies in the subtree.</param>
/// <param name="Edition">Its edition.</param>
public sealed record MatrixTarget(string Name, string Unit, bool IsWithin, string Edition = MatrixTarget.Active)
{
    public const string Active = "2023";
    public const string Other = "2025";

    public static readonly MatrixTarget[] All =
    [
        new("own", "001", true),
        new("child", "00001", true),
        new("sibling", "002", false),
        new("sibling's child", "00100", false),
        new("parent", "01", false),
        new("another province", "48", false),
        new("nation", "VN", false),
        new("own code in another edition", "001", false, Other),
        new("child's code in another edition", "00001", false, Other),
    ];

    /// <summary>Nothing lies below it, so that no question about a level below can be asked.</summary>
    public bool IsCommune => Unit.Length == 5;

    public bool IsActive => Edition == Active;
}
