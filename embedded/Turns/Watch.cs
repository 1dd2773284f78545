using System;
using System.Collections.Generic;
using System.Threading;

namespace Aggregation.Embedded.Turns;

/// <summary>
/// Frees what a worker carries when the code that runs there does not come to its end: a grain or a caller that blocks
/// its thread must not block whom it called. Sleeps while no worker runs.
/// </summary>
internal static class Watch
{
    private const int RestingTicks = 50;

    private static readonly Lock s_gate = new();
    private static readonly List<(WeakReference<Worker> Worker, int Hops)> s_workers = [];
    private static readonly AutoResetEvent s_wake = new(initialState: false);
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(2);
    private static volatile bool s_asleep;
    private static bool s_started;

    public static Worker Add(Worker worker)
    {
        lock (s_gate)
        {
            s_workers.Add((new WeakReference<Worker>(worker), -1));
            if (!s_started)
            {
                s_started = true;
                new Thread(Run) { IsBackground = true, Name = "embedded engine watch" }.UnsafeStart();
            }
        }
        return worker;
    }

    public static void Wake()
    {
        Interlocked.MemoryBarrier();
        if (s_asleep)
        {
            s_asleep = false;
            s_wake.Set();
        }
    }

    private static void Run()
    {
        for (var rest = 0; ;)
        {
            if (Scan())
            {
                rest = 0;
            }
            else if (++rest >= RestingTicks)
            {
                s_asleep = true;
                Interlocked.MemoryBarrier();
                if (!Scan())
                    s_wake.WaitOne();
                s_asleep = false;
                rest = 0;
            }
            Thread.Sleep(s_tick);
        }
    }

    /// <summary>Frees what is stuck since the last scan; true when any worker runs.</summary>
    private static bool Scan()
    {
        var busy = false;
        lock (s_gate)
        {
            for (var i = s_workers.Count - 1; i >= 0; i--)
            {
                var (reference, hops) = s_workers[i];
                if (!reference.TryGetTarget(out var worker))
                {
                    s_workers.RemoveAt(i);
                    continue;
                }
                if (worker.IsRunning)
                {
                    busy = true;
                    if (worker.Hops == hops)
                        worker.Free();
                }
                s_workers[i] = (reference, worker.Hops);
            }
        }
        return busy;
    }
}
