using System;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Units of one province are active in one silo: a report climbs from its commune to its province without leaving the process,
/// and only provinces speak to the nation across the network.
/// </summary>
[Serializable, GenerateSerializer, Immutable, Alias("province-placement")]
internal sealed class ProvincePlacement : PlacementStrategy;
