using System;
using System.Threading.Tasks;

namespace Aggregation.Proof;

/// <summary>Something that goes wrong.</summary>
/// <param name="Name">What, for the table.</param>
/// <param name="Strike">Makes it go wrong; whatever is random about it comes from the second argument.</param>
/// <param name="Heal">Puts right what does not mend itself, as an operator or a network does; silos are started again by whoever runs
/// them.</param>
internal sealed record Fault(string Name, Func<Scene, Random, Task> Strike, Func<Scene, Task> Heal);
