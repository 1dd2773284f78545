using System;
using System.Globalization;
using System.IO.Pipelines;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Api.Live;
using Aggregation.Api.Reading;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Tests.Api.RollUps;
using Aggregation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Aggregation.Tests.Api.Live;

public sealed class LiveHubTests : IDisposable
{
    private static readonly Edition Small = Trees.Small();

    private readonly StepTime time = new();
    private readonly WatchedGrain grain = new() { Current = RollUp(1) };
    private readonly StoppableLifetime lifetime = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
    private readonly Pipe pipe = new();
    private readonly Reach reach;
    private readonly LiveHub hub;

    public LiveHubTests()
    {
        reach = new Reach(time);
        var registry = new UnitRegistry("2023");
        registry.Publish(Small);
        var simulation = new Simulation(new UnmarkedLedger());
        var frames = new RollUpFrames(registry, new RollUpMapping(Seed.Layout, simulation), simulation, reach);
        var grains = OneGrainFactory.Of(grain);
        var calls = new UnitCalls(grains, registry, time, NullLogger<UnitCalls>.Instance);
        hub = new LiveHub(grains, calls, frames, time, lifetime, NullLogger<LiveHub>.Instance);
    }

    [Fact]
    public async Task Changes_within_a_moment_are_one_event_with_the_newest()
    {
        var viewing = await ViewAsync(() => true);
        Assert.Equal(1, await ReadRowsAsync());
        for (var rows = 2; rows <= 6; rows++)
            await ChangeAsync(rows);
        Assert.Equal(6, await ReadRowsAsync());
        await ChangeAsync(7);
        await grain.Observer!.OnRollUpChanged(RollUp(5));
        Assert.Equal(7, await ReadRowsAsync());
        await EndAsync(viewing);
    }

    [Fact]
    public async Task What_changes_while_the_silo_is_cut_off_is_shown_with_a_mark_and_without_it_once_it_no_longer_is()
    {
        var viewing = await ViewAsync(() => true);
        Assert.Equal(1, await ReadRowsAsync());
        reach.SeeMembers(areAllThere: false);
        await ChangeAsync(2);
        Assert.Contains("\"warming\":true", await ReadBlockAsync(), StringComparison.Ordinal);
        var steps = 0;
        await AdvanceUntilAsync(() => ++steps > 40);
        Assert.False(TryReadBlock(out _), "The same mark is not told again.");
        reach.SeeMembers(areAllThere: true);
        Assert.Equal(2, await ReadRowsAsync());
        await EndAsync(viewing);
    }

    [Fact]
    public async Task What_a_lost_notification_said_is_read_at_the_next_renewal()
    {
        var viewing = await ViewAsync(() => true);
        Assert.Equal(1, await ReadRowsAsync());
        grain.Current = RollUp(9);
        Assert.Equal(9, await ReadRowsAsync());
        await EndAsync(viewing);
    }

    [Fact]
    public async Task A_heartbeat_is_a_comment_and_ends_the_stream_of_a_key_that_is_no_longer_good()
    {
        await hub.StartAsync(CancellationToken.None);
        var good = true;
        var viewing = await ViewAsync(() => Volatile.Read(ref good));
        Assert.Equal(1, await ReadRowsAsync());
        Assert.Equal(":", await ReadBlockAsync());
        Assert.False(viewing.IsCompleted);
        Volatile.Write(ref good, false);
        await AdvanceUntilAsync(() => viewing.IsCompleted);
        await hub.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_viewer_who_may_look_no_longer_is_shown_nothing_more_without_waiting_for_a_heartbeat()
    {
        var good = true;
        var viewing = await ViewAsync(() => Volatile.Read(ref good));
        Assert.Equal(1, await ReadRowsAsync());
        hub.CheckViewers();
        await ChangeAsync(2);
        Assert.Equal(2, await ReadRowsAsync());
        Volatile.Write(ref good, false);
        hub.CheckViewers();
        await ChangeAsync(3);
        await viewing;
        Assert.False(TryReadBlock(out _));
    }

    [Fact]
    public async Task A_unit_that_nobody_looks_at_is_watched_no_longer_after_a_while()
    {
        var viewer = await EnterAsync(() => true);
        Assert.Equal(1, hub.WatchedUnits);
        hub.Leave(viewer);
        Assert.Equal(0, hub.Viewers);
        Assert.Equal(1, hub.WatchedUnits);
        await AdvanceUntilAsync(() => hub.WatchedUnits == 0 && grain.Observer is null);
    }

    [Fact]
    public async Task The_watch_is_renewed_long_before_its_lease_ends()
    {
        await EnterAsync(() => true);
        var watches = grain.Watches;
        await AdvanceUntilAsync(() => grain.Watches > watches + 2);
        Assert.True(time.GetUtcNow() - DateTimeOffset.UnixEpoch < IUnitGrain.WatchLease);
        lifetime.StopApplication();
    }

    [Fact]
    public async Task A_unit_that_an_import_takes_away_ends_its_streams()
    {
        var viewing = await ViewAsync(() => true);
        grain.Failure = new UnknownUnitException(new UnitKey("2023", "498"));
        await AdvanceUntilAsync(() => viewing.IsCompleted);
        Assert.Equal(0, hub.WatchedUnits);
    }

    [Fact]
    public async Task A_viewer_who_does_not_read_is_let_go()
    {
        var full = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var viewer = await EnterAsync(() => true);
        var viewing = viewer.WriteAsync(full.Writer, patience.Token);
        await AdvanceUntilAsync(() => viewing.IsCompleted);
        await Assert.ThrowsAsync<TimeoutException>(() => viewing);
    }

    public void Dispose()
    {
        lifetime.StopApplication();
        hub.Dispose();
        lifetime.Dispose();
        patience.Dispose();
    }

    private static RollUp RollUp(int rows)
    {
        var none = new UnitFold(Seed.Layout);
        return new RollUp("2023", "498", none.ToOwnFigures(), Tally.Empty(Seed.Layout, 1) with { Version = new TallyVersion(1, rows) });
    }

    // The grain holds what it tells of: a renewal that found less would have the viewers start anew.
    private Task ChangeAsync(int rows)
    {
        grain.Current = RollUp(rows);
        return grain.Observer!.OnRollUpChanged(grain.Current);
    }

    private async Task<LiveViewer> EnterAsync(Func<bool> mayStay)
    {
        var viewer = new LiveViewer(mayStay, time);
        hub.Enter(viewer, Small, [Small.IndexOf("498")]);
        await viewer.ReadAsync();
        return viewer;
    }

    private async Task<Task> ViewAsync(Func<bool> mayStay)
    {
        var viewer = await EnterAsync(mayStay);
        return viewer.WriteAsync(pipe.Writer, patience.Token);
    }

    // The rows of an event, as its version tells them.
    private async Task<int> ReadRowsAsync()
    {
        var block = await ReadBlockAsync();
        var id = block.Split('\n').Single(line => line.StartsWith("id: ", StringComparison.Ordinal));
        return int.Parse(id[(id.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture);
    }

    // What comes before the next empty line; the clock moves until it has come.
    private async Task<string> ReadBlockAsync()
    {
        var block = "";
        await AdvanceUntilAsync(() => TryReadBlock(out block));
        return block;
    }

    private bool TryReadBlock(out string block)
    {
        block = "";
        if (!pipe.Reader.TryRead(out var read))
            return false;
        var text = Encoding.UTF8.GetString(read.Buffer);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end >= 0)
            block = text[..end];
        pipe.Reader.AdvanceTo(end < 0 ? read.Buffer.Start : read.Buffer.GetPosition(Encoding.UTF8.GetByteCount(block) + 2));
        return end >= 0;
    }

    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            time.Advance(TimeSpan.FromMilliseconds(125));
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(1, patience.Token);
        }
    }

    private async Task EndAsync(Task viewing)
    {
        await hub.StartAsync(CancellationToken.None);
        lifetime.StopApplication();
        await viewing;
        await hub.StopAsync(CancellationToken.None);
    }
}
