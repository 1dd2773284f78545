using System;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Api.Access;

/// <summary>
/// Readings of a store that many ask for: one at a time, and whoever comes before a reading begins shares it. So everybody is answered
/// with what stood after they asked, and no crowd of strangers causes more than one reading after another.
/// </summary>
/// <param name="read">Reads; never called by two at once.</param>
internal sealed class SharedReading(Func<Task> read) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock gate = new();
    private Task? waiting;

    public void Dispose() => turn.Dispose();

    /// <summary>Waits for a reading that begins after this call.</summary>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            waiting ??= Task.Run(ReadAsync, CancellationToken.None);
            return waiting.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Does something while nobody reads.</summary>
    public async Task ExcludeAsync(Action change)
    {
        await turn.WaitAsync();
        try
        {
            change();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task ReadAsync()
    {
        await turn.WaitAsync();
        try
        {
            lock (gate)
                waiting = null;
            await read();
        }
        finally
        {
            turn.Release();
        }
    }
}
