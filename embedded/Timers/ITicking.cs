using System.Threading.Tasks;

namespace Aggregation.Embedded.Timers;

/// <summary>A timer as its tick sees it.</summary>
internal interface ITicking
{
    Task TickAsync();
}
