using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;

namespace Aggregation.Testing.Cluster;

/// <summary>What all loads on a cluster had acknowledged, one after the other.</summary>
public sealed class Book
{
    private readonly List<Load> loads = [];
    private List<ReferenceUnit>? units;

    /// <summary>Every report that was acknowledged.</summary>
    public IEnumerable<SentReport> Acknowledged => loads.SelectMany(load => load.Book);

    /// <summary>Lets provinces report to a cluster.</summary>
    public async Task<Load> StartAsync(ThreeSilos cluster)
    {
        units ??= await Accounts.UnitsAsync(cluster.Running[0].Http);
        var load = new Load(cluster, units);
        loads.Add(load);
        load.Start();
        return load;
    }
}
