using System;
using System.Threading.Channels;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;

namespace Aggregation.Tests.Orleans.Observers;

/// <summary>An observer outside the grains.</summary>
internal sealed class Watcher : IWatcher
{
    private readonly Channel<int> _numbers = Channel.CreateUnbounded<int>();
    private int _now;

    public bool Fails { get; init; }

    public int MostAtOnce { get; private set; }

    public Task<int> Next() => _numbers.Reader.ReadAsync().AsTask().Soon();

    public bool HasMore => _numbers.Reader.TryPeek(out _);

    public void Saw(int number)
    {
        MostAtOnce = Math.Max(MostAtOnce, ++_now);
        _numbers.Writer.TryWrite(number);
        _now--;
        if (Fails)
            throw new InvalidOperationException("saw");
    }

    public async Task Hear(int number)
    {
        MostAtOnce = Math.Max(MostAtOnce, ++_now);
        await Task.Yield();
        _now--;
        if (Fails)
            throw new InvalidOperationException("heard");
        _numbers.Writer.TryWrite(number);
    }
}
