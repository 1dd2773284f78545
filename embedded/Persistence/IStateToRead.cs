using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Embedded.Persistence;

/// <summary>A state that its activation reads before it becomes valid.</summary>
internal interface IStateToRead
{
    Task ReadAsync(CancellationToken cancellation);
}
