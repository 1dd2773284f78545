using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Checkpoints;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Grains.Checkpoints;

/// <summary>
/// A unit's checkpoint in the store. The bytes are let go of as soon as they have been used; between uses only their version is kept.
/// </summary>
/// <param name="stored">The grain's state.</param>
internal sealed class UnitCheckpoint(IPersistentState<StoredCheckpoint> stored) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool isRefused;

    /// <summary>How many bytes were last read or stored.</summary>
    public int Length { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>The bytes: what activation read, and after that what the store has; none where there are none.</summary>
    public async Task<byte[]> ReadAsync()
    {
        if (isRefused)
            return [];
        await gate.WaitAsync();
        try
        {
            if (stored.RecordExists && stored.State.Content.Length == 0)
                await stored.ReadStateAsync();
            Length = stored.State.Content.Length;
            return stored.State.Content;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Does without the stored bytes from now on, until others take their place.</summary>
    public void Refuse() => (isRefused, Length) = (true, 0);

    /// <summary>Stores bytes.</summary>
    /// <returns>False when somebody else stored some since this one read: theirs stay.</returns>
    public async Task<bool> WriteAsync(byte[] content)
    {
        await gate.WaitAsync();
        try
        {
            stored.State.Content = content;
            await stored.WriteStateAsync();
            Length = content.Length;
            isRefused = false;
            return true;
        }
        catch (InconsistentStateException)
        {
            await stored.ReadStateAsync();
            isRefused = false;
            return false;
        }
        finally
        {
            Release();
        }
    }

    private void Release()
    {
        stored.State = new StoredCheckpoint();
        gate.Release();
    }
}
