using System;
using System.Threading.Channels;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;

namespace Aggregation.Tests.Orleans.Observers;

/// <summary>An observer outside the grains.</summary>
internal sealed class Watcher : IWatcher
{
    private readonly Channel<int> heard = Channel.CreateUnbounded<int>();

    public bool Fails { get; init; }

    public bool HasMore => heard.Reader.TryPeek(out _);

    public Task<int> NextAsync() => heard.Reader.ReadAsync().AsTask().Soon();

    public Task Hear(int number)
    {
        heard.Writer.TryWrite(number);
        return Fails ? throw new InvalidOperationException("heard") : Task.CompletedTask;
    }
}
