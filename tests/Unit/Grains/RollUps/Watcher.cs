using System.Collections.Concurrent;
using System.Threading.Tasks;
using Aggregation.Grains.RollUps;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>Keeps what it is told.</summary>
internal sealed class Watcher : IRollUpObserver
{
    public ConcurrentQueue<RollUp> Told { get; } = [];

    public Task OnRollUpChanged(RollUp rollUp)
    {
        Told.Enqueue(rollUp);
        return Task.CompletedTask;
    }
}
