namespace Aggregation.Domain.Units;

/// <summary>An administrative unit (đơn vị hành chính) of one edition: the nation, a province, a district or a commune.</summary>
/// <param name="Id">The integer that the ledger stores for the unit; given by the registry, never reused.</param>
/// <param name="Code">The official code, leading zeros kept: <c>VN</c>, <c>01</c>, <c>001</c>, <c>00001</c>, or <c>S01-001</c> for a
/// simulated one.</param>
/// <param name="Name">The official name, in Vietnamese.</param>
/// <param name="Kind">Quốc gia, Tỉnh, Thành phố, Quận, Huyện, Thị xã, Phường, Thị trấn, Xã, Đặc khu …</param>
/// <param name="Level">The level's number in <see cref="Catalogue.IndicatorCatalogue.Levels"/>: 0 is the nation.</param>
/// <param name="Parent">The code of the unit directly above; null for the nation.</param>
/// <param name="Region">The socio-economic region, for provinces that have one.</param>
/// <param name="Simulated">True for a unit that stands in for a real one until an official list is imported.</param>
public sealed record Unit(
    int Id,
    string Code,
    string Name,
    string Kind,
    int Level,
    string? Parent,
    string? Region,
    bool Simulated);
