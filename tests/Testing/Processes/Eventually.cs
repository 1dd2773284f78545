using System;
using System.Threading.Tasks;
using Xunit;

namespace Aggregation.Testing.Processes;

/// <summary>Waits for what becomes true by itself.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < deadline, $"It did not become true within {Patience}.");
            await Task.Delay(20);
        }
    }
}
