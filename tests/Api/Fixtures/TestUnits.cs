using System.Linq;
using Aggregation.Domain.Units;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>
/// Three provinces, five districts, one of them an island without communes, and seven communes. Below the provinces no name is real.
/// </summary>
internal static class TestUnits
{
    private static readonly (string Code, string Name, string Kind, int Level, string? Parent, string? Region)[] Rows =
    [
        ("VN", "Việt Nam", "Quốc gia", 0, null, null),
        ("01", "Thành phố Hà Nội", "Thành phố", 1, "VN", "Đồng bằng sông Hồng"),
        ("02", "Tỉnh Hà Giang", "Tỉnh", 1, "VN", "Đông Bắc Bộ"),
        ("48", "Thành phố Đà Nẵng", "Thành phố", 1, "VN", "Nam Trung Bộ"),
        ("001", "Quận Thử Một", "Quận", 2, "01", null),
        ("002", "Huyện Thử Hai", "Huyện", 2, "01", null),
        ("024", "Huyện Thử Ba", "Huyện", 2, "02", null),
        ("490", "Quận Thử Bốn", "Quận", 2, "48", null),
        ("498", "Huyện Đảo Thử", "Huyện", 2, "48", null),
        ("00001", "Phường Thử 1", "Phường", 3, "001", null),
        ("00004", "Phường Thử 4", "Phường", 3, "001", null),
        ("00006", "Xã Đường Thử", "Xã", 3, "001", null),
        ("00100", "Xã Thử 100", "Xã", 3, "002", null),
        ("00688", "Xã Thử 688", "Xã", 3, "024", null),
        ("00691", "Thị trấn Thử", "Thị trấn", 3, "024", null),
        ("20194", "Phường Hòa Thử", "Phường", 3, "490", null),
    ];

    /// <summary>The list, as edition 2023.</summary>
    public static Edition Edition { get; } = new(
        "2023",
        1,
        Rows.Select((row, place) => new Unit(
            place + 1,
            row.Code,
            row.Name,
            row.Kind,
            row.Level,
            row.Parent,
            row.Region,
            Simulated: false)));
}
