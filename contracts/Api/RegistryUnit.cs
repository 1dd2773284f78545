namespace Aggregation.Contracts;

/// <summary>A unit as the registry has it.</summary>
/// <param name="Code">The code within the edition.</param>
/// <param name="Name">The official name, in Vietnamese.</param>
/// <param name="Kind">Tỉnh, Thành phố, Quận, Phường …</param>
/// <param name="Level">The level's id.</param>
/// <param name="Parent">The code of the unit directly above; null for the nation.</param>
/// <param name="Region">The socio-economic region, where the list names one.</param>
/// <param name="Simulated">True for a unit that stands in for a real one until an official list is imported.</param>
public sealed record RegistryUnit(string Code, string Name, string Kind, string Level, string? Parent, string? Region, bool Simulated);
