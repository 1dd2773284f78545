namespace Aggregation.Domain.Tallies;

/// <summary>Something kept by the normal form of a model's name.</summary>
internal interface INamedModel
{
    /// <summary>The normal form of the name.</summary>
    string NormalName { get; }
}
