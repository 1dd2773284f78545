namespace Aggregation.Silo.Units;

/// <summary>One of the 63 provinces, with how many districts and communes it really has.</summary>
/// <param name="Code">Two digits.</param>
/// <param name="Name">The official name.</param>
/// <param name="Kind">Tỉnh or Thành phố.</param>
/// <param name="Region">The socio-economic region.</param>
/// <param name="Districts">How many districts it has.</param>
/// <param name="Communes">How many communes it has.</param>
public sealed record SeedProvince(string Code, string Name, string Kind, string Region, int Districts, int Communes);
