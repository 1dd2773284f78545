using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Testing.Processes;

namespace Aggregation.Tests.Cluster.Fixtures;

/// <summary>A page that shows the nation through the client's library, which connects again as often as it must.</summary>
internal sealed class Page : IAsyncDisposable, IProgress<LiveInterruption>
{
    private readonly CancellationTokenSource closing = new();
    private readonly AggregationClient client;
    private readonly Task watching;
    private volatile string version = "";
    private int interruptions;

    public Page(SiloProcess silo)
    {
        client = new AggregationClient(new AggregationClientOptions { Url = silo.Url, Key = SiloProcess.AdminKey });
        watching = WatchAsync();
    }

    /// <summary>The version that it shows.</summary>
    public string Version => version;

    /// <summary>How often the connection was lost, or could not be had again.</summary>
    public int Interruptions => Volatile.Read(ref interruptions);

    /// <summary>Waits until it shows something.</summary>
    public Task ShowsAsync() => Eventually.TrueAsync(() => Task.FromResult(version.Length > 0));

    public void Report(LiveInterruption value) => Interlocked.Increment(ref interruptions);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await watching;
        client.Dispose();
        closing.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var rollUp in client.WatchAsync(["VN"], this, closing.Token))
                version = rollUp.Version;
        }
        catch (OperationCanceledException)
        {
            // That is how a page is closed.
        }
    }
}
