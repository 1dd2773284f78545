using System;
using System.Threading;

namespace Aggregation.Ledger;

/// <summary>
/// A thread that does whatever waits when it is free: what comes while it works is done together next. What waits is kept by the
/// owner, who reads and changes it within <see cref="Gate"/>.
/// </summary>
internal sealed class WorkLoop : IDisposable
{
    private readonly Func<bool> take;
    private readonly Action work;
    private readonly Action end;
    private readonly Thread thread;
    private readonly AutoResetEvent wake = new(initialState: false);
    private bool isAsleep;
    private volatile bool isClosing;

    /// <summary>Makes the thread.</summary>
    /// <param name="name">The thread's name.</param>
    /// <param name="take">Takes what waits; false when nothing does. Called within the gate.</param>
    /// <param name="work">Does what was taken.</param>
    /// <param name="end">Called on the thread after the last work.</param>
    public WorkLoop(string name, Func<bool> take, Action work, Action end)
    {
        this.take = take;
        this.work = work;
        this.end = end;
        thread = new Thread(Run) { IsBackground = true, Name = name };
    }

    /// <summary>Guards what waits.</summary>
    public Lock Gate { get; } = new();

    /// <summary>True once nothing may be added any more. Settled within the gate.</summary>
    public bool IsClosing => isClosing;

    /// <summary>Starts the thread.</summary>
    public void Start() => thread.Start();

    /// <summary>Says that something waits. Called within the gate; the thread is woken once, however much comes before it is up.</summary>
    public void Wake()
    {
        if (!isAsleep)
            return;
        isAsleep = false;
        wake.Set();
    }

    /// <summary>Does what waits, and ends the thread.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (isClosing)
                return;
            isClosing = true;
            Wake();
        }

        thread.Join();
        wake.Dispose();
    }

    private void Run()
    {
        while (WaitForWork())
            work();
        end();
    }

    private bool WaitForWork()
    {
        while (true)
        {
            lock (Gate)
            {
                if (take())
                    return true;
                if (isClosing)
                    return false;
                isAsleep = true;
            }

            wake.WaitOne();
        }
    }
}
