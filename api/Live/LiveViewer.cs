using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;

namespace Aggregation.Api.Live;

/// <summary>
/// One connection. It sleeps until it is woken, writes what is newer than what it wrote before, and sleeps again; while the
/// network is slow, changes it could not write are simply overtaken by newer ones. One who does not read costs little memory, and is let
/// go.
/// </summary>
/// <param name="mayStay">Asked at every heartbeat, and whenever somebody may have lost the right to look.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveViewer(Func<bool> mayStay, TimeProvider time)
{
    /// <summary>How long a viewer may take to read what is written.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What is written before it is waited for that it goes out: as much as the server keeps for a connection anyway.
    private const int MostUnflushed = 32 * 1024;

    private static readonly BoundedChannelOptions OneWaking = new(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true };

    private readonly Channel<bool> wakings = Channel.CreateBounded<bool>(OneWaking);
    private readonly List<View> views = [];
    private volatile bool hasEnded;
    private volatile bool isBeatDue;
    private volatile bool isCheckDue;

    /// <summary>Which beat of the hub's clock is this connection's.</summary>
    public int Group { get; set; }

    /// <summary>Looks at a unit from now on.</summary>
    public void Look(LiveUnit unit)
    {
        views.Add(new View(unit));
        unit.Add(this);
    }

    /// <summary>Looks at nothing any more.</summary>
    public void LookAway()
    {
        foreach (var view in views)
            view.Unit.Remove(this);
    }

    /// <summary>Says that there may be something to write.</summary>
    public void Wake() => wakings.Writer.TryWrite(true);

    /// <summary>Says that it is time for a heartbeat.</summary>
    public void Beat()
    {
        isBeatDue = true;
        Wake();
    }

    /// <summary>Says that this viewer may have lost the right to look.</summary>
    public void Check()
    {
        isCheckDue = true;
        Wake();
    }

    /// <summary>Says that the connection ends.</summary>
    public void End()
    {
        hasEnded = true;
        Wake();
    }

    /// <summary>Reads every unit as it stands now.</summary>
    public async Task ReadAsync()
    {
        var frames = await Task.WhenAll(views.Select(view => view.Unit.ReadAsync()));
        var span = CollectionsMarshal.AsSpan(views);
        for (var place = 0; place < span.Length; place++)
            span[place].Current = frames[place];
    }

    /// <summary>Writes what was read, then every change, until the connection ends.</summary>
    /// <exception cref="TimeoutException">The viewer does not read.</exception>
    public async Task WriteAsync(PipeWriter body, CancellationToken aborted)
    {
        foreach (var view in views)
            await WriteAsync(body, view.Current!, aborted);
        await FlushAsync(body, aborted);

        while (await wakings.Reader.WaitToReadAsync(aborted))
        {
            wakings.Reader.TryRead(out _);
            if (hasEnded || HasToGo())
                return;
            if (await WriteChangesAsync(body, aborted) | WriteBeat(body))
                await FlushAsync(body, aborted);
        }
    }

    private async ValueTask WriteAsync(PipeWriter body, RollUpFrame frame, CancellationToken aborted)
    {
        body.Write(frame.Event.Span);
        if (body.UnflushedBytes >= MostUnflushed)
            await FlushAsync(body, aborted);
    }

    private async ValueTask FlushAsync(PipeWriter body, CancellationToken aborted)
    {
        var flush = body.FlushAsync(aborted);
        if (flush.IsCompleted)
            await flush;
        else
            await flush.AsTask().WaitAsync(Patience, time, aborted);
    }

    private bool HasToGo()
    {
        if (!isCheckDue && !isBeatDue)
            return false;
        isCheckDue = false;
        return !mayStay();
    }

    private async ValueTask<bool> WriteChangesAsync(PipeWriter body, CancellationToken aborted)
    {
        var hasWritten = false;
        for (var place = 0; place < views.Count; place++)
        {
            if (views[place].Unit.Published is not { } published || !published.Supersedes(views[place].Current!))
                continue;
            views[place] = views[place] with { Current = published };
            await WriteAsync(body, published, aborted);
            hasWritten = true;
        }

        return hasWritten;
    }

    private bool WriteBeat(PipeWriter body)
    {
        if (!isBeatDue)
            return false;
        isBeatDue = false;
        body.Write(":\n\n"u8);
        return true;
    }

    private record struct View(LiveUnit Unit)
    {
        public RollUpFrame? Current { get; set; }
    }
}
