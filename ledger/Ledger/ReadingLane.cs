using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Aggregation.Ledger;

/// <summary>
/// A thread and a session that read, whatever the store. Whoever asks while a reading runs is served by the next one, together with everybody else who asked
/// meanwhile: in one snapshot, taken after all of them asked.
/// </summary>
internal sealed class ReadingLane : IDisposable
{
    private readonly Func<IReadingSession> open;
    private readonly string place;
    private readonly Func<string, string, Exception, LedgerUnavailableException> unavailable;
    private readonly Thread thread;
    private readonly Lock gate = new();
    private readonly AutoResetEvent wake = new(initialState: false);
    private List<PendingReading> waiting = [];
    private List<PendingHeads> waitingHeads = [];
    private IReadingSession? session;
    private bool asleep;
    private bool closing;

    /// <summary>Starts the thread.</summary>
    /// <param name="open">Opens a session; it may throw.</param>
    /// <param name="place">Where the ledger is, for sentences about it.</param>
    /// <param name="unavailable">Says what could not be done at that place, and why.</param>
    /// <param name="name">The thread's name.</param>
    public ReadingLane(Func<IReadingSession> open, string place, Func<string, string, Exception, LedgerUnavailableException> unavailable, string name)
    {
        this.unavailable = unavailable;
        this.open = open;
        this.place = place;
        thread = new Thread(Run) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>Adds a selection to the next reading.</summary>
    public void Add(PendingReading reading)
    {
        lock (gate)
        {
            if (!closing)
            {
                waiting.Add(reading);
                Wake();
                return;
            }
        }

        reading.Fail(new LedgerUnavailableException($"The ledger {place} is closed."));
    }

    /// <summary>Adds a request for the heads to the next reading.</summary>
    public void Add(PendingHeads request)
    {
        lock (gate)
        {
            if (!closing)
            {
                waitingHeads.Add(request);
                Wake();
                return;
            }
        }

        request.Fail(new LedgerUnavailableException($"The ledger {place} is closed."));
    }

    /// <summary>Reads for whoever waits, and ends the thread.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (closing)
                return;
            closing = true;
            Wake();
        }

        thread.Join();
        wake.Dispose();
    }

    // Called within the gate.
    private void Wake()
    {
        if (!asleep)
            return;
        asleep = false;
        wake.Set();
    }

    private void Run()
    {
        List<PendingReading> readings = [];
        List<PendingHeads> headRequests = [];
        while (Take(ref readings, ref headRequests))
        {
            Serve(readings, headRequests);
            readings.Clear();
            headRequests.Clear();
        }

        session?.Dispose();
    }

    private bool Take(ref List<PendingReading> readings, ref List<PendingHeads> headRequests)
    {
        while (true)
        {
            lock (gate)
            {
                if (waiting.Count + waitingHeads.Count > 0)
                {
                    (waiting, readings) = (readings, waiting);
                    (waitingHeads, headRequests) = (headRequests, waitingHeads);
                    return true;
                }

                if (closing)
                    return false;
                asleep = true;
            }

            wake.WaitOne();
        }
    }

    private void Serve(List<PendingReading> readings, List<PendingHeads> headRequests)
    {
        try
        {
            if (session is { IsOpen: false })
                Close();
            session ??= open();
            if (headRequests.Count > 0)
            {
                var read = session.ReadHeads();
                headRequests.ForEach(request => request.Complete(read));
            }

            foreach (var alike in readings.Where(reading => reading.TryBegin()).ToLookup(reading => (reading.Selection.KnownAt, reading.Selection.WithSenders)))
            {
                var group = alike.ToList();
                session.Read(alike.Key.KnownAt, alike.Key.WithSenders, group);
                group.ForEach(reading => reading.Complete());
            }
        }
        catch (Exception exception)
        {
            Close();
            // Those already answered stay so.
            headRequests.ForEach(request => request.Fail(unavailable(place, "be read", exception)));
            readings.ForEach(reading => reading.Fail(unavailable(place, "be read", exception)));
        }
    }

    private void Close()
    {
        session?.Dispose();
        session = null;
    }
}
