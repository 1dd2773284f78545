using System;
using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Ledger;

/// <summary>
/// A thread and a session that read, whatever the store. Whoever asks while a reading runs is served by the next one, together with
/// everybody else who asked meanwhile: in one snapshot, taken after all of them asked.
/// </summary>
internal sealed class ReadingLane : IDisposable
{
    private readonly Func<IReadingSession> open;
    private readonly string place;
    private readonly Func<string, string, Exception, LedgerUnavailableException> unavailable;
    private readonly WorkLoop loop;
    private List<PendingReading> waiting = [];
    private List<PendingHeads> waitingHeads = [];
    private List<PendingReading> readings = [];
    private List<PendingHeads> headRequests = [];
    private IReadingSession? session;

    /// <summary>Starts the thread.</summary>
    /// <param name="open">Opens a session; it may throw.</param>
    /// <param name="place">Where the ledger is, for sentences about it.</param>
    /// <param name="unavailable">Says what could not be done at that place, and why.</param>
    /// <param name="name">The thread's name.</param>
    public ReadingLane(
        Func<IReadingSession> open,
        string place,
        Func<string, string, Exception, LedgerUnavailableException> unavailable,
        string name)
    {
        this.unavailable = unavailable;
        this.open = open;
        this.place = place;
        loop = new WorkLoop(name, Take, Read, Close);
        loop.Start();
    }

    /// <summary>Adds a selection to the next reading.</summary>
    public void Add(PendingReading reading)
    {
        lock (loop.Gate)
        {
            if (!loop.IsClosing)
            {
                waiting.Add(reading);
                loop.Wake();
                return;
            }
        }

        reading.Fail(new LedgerUnavailableException($"The ledger {place} is closed."));
    }

    /// <summary>Adds a request for the heads to the next reading.</summary>
    public void Add(PendingHeads request)
    {
        lock (loop.Gate)
        {
            if (!loop.IsClosing)
            {
                waitingHeads.Add(request);
                loop.Wake();
                return;
            }
        }

        request.Fail(new LedgerUnavailableException($"The ledger {place} is closed."));
    }

    /// <summary>Reads for whoever waits, and ends the thread.</summary>
    public void Dispose() => loop.Dispose();

    private bool Take()
    {
        if (waiting.Count + waitingHeads.Count == 0)
            return false;
        (waiting, readings) = (readings, waiting);
        (waitingHeads, headRequests) = (headRequests, waitingHeads);
        return true;
    }

    private void Read()
    {
        Serve();
        readings.Clear();
        headRequests.Clear();
    }

    private void Serve()
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

            var begun = readings.Where(reading => reading.TryBegin())
                .ToLookup(reading => (reading.Selection.KnownAt, reading.Selection.WithSenders));
            foreach (var alike in begun)
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
