using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// The one thread that writes the file. Whatever appends wait when it is free commit together, and each is acknowledged after that commit.
/// Everything else that writes (units, keys) goes through it as well, in a transaction of its own between two groups.
/// </summary>
public sealed class SqliteWriter : ILedgerStatus, IDisposable
{
    // 64 MiB of WAL: seldom enough that a page of the index, written in commit after commit, is copied once for many of them.
    private const int PagesPerCheckpoint = 16_384;

    private readonly SqliteDatabase database;
    private readonly ReportInserter inserter;
    private readonly Checkpointer checkpointer;
    private readonly WorkLoop loop;
    private readonly Queue<PendingAppend> appends = new();
    private readonly Queue<IPendingWork> works = new();
    private readonly List<PendingAppend> group = [];
    private volatile string? lastFailure;
    private SqliteSession? session;
    private int pagesWritten;
    private int holds;
    private IPendingWork? work;

    /// <summary>Starts the thread.</summary>
    /// <param name="database">The file.</param>
    /// <param name="time">The clock of <see cref="LedgerRow.RecordedAt"/>.</param>
    public SqliteWriter(SqliteDatabase database, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        inserter = new ReportInserter(time, database.Seal?.NewSealer());
        checkpointer = new Checkpointer(database);
        loop = new WorkLoop("Ledger writer", Take, Write, End);
        loop.Start();
    }

    /// <summary>What covers the records beside the reports; null for nothing.</summary>
    internal RecordSeals? Records => database.Records;

    /// <inheritdoc/>
    public string? Failure => lastFailure;

    /// <inheritdoc/>
    public int Waiting
    {
        get
        {
            lock (loop.Gate)
                return appends.Count + group.Count;
        }
    }

    /// <summary>Appends rows of one unit, as <see cref="ILedger.AppendAsync"/> says.</summary>
    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append)
    {
        ArgumentNullException.ThrowIfNull(append);
        ArgumentOutOfRangeException.ThrowIfNegative(append.UnitId, nameof(append));
        if (append.Rows.IsDefault)
            throw new ArgumentException("An append has rows, be it none.", nameof(append));
        var pending = new PendingAppend(append);
        lock (loop.Gate)
        {
            if (loop.IsClosing)
                return Task.FromException<ImmutableArray<DateTimeOffset>>(Closed());
            appends.Enqueue(pending);
            if (holds == 0)
                loop.Wake();
        }

        return pending.Task;
    }

    /// <summary>Holds all appends, as <see cref="ILedger.HoldAsync"/> says.</summary>
    public Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken) =>
        Enqueue(new PendingWork<ILedgerHold>(Hold, inTransaction: false, cancellationToken));

    /// <summary>Writes something that is no report, in a transaction of its own: all of it, or none.</summary>
    /// <param name="work">What to write; it runs on the writer's thread.</param>
    /// <param name="cancellationToken">Ends the wait before the writing begins.</param>
    internal Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        Enqueue(new PendingWork<T>(work, inTransaction: true, cancellationToken));

    /// <summary>Commits what waits, and ends the thread. Appends that a hold keeps waiting fail.</summary>
    public void Dispose() => loop.Dispose();

    private Task<T> Enqueue<T>(PendingWork<T> work)
    {
        lock (loop.Gate)
        {
            if (loop.IsClosing)
                return Task.FromException<T>(Closed());
            works.Enqueue(work.Watch());
            loop.Wake();
        }

        return work.Task;
    }

    private LedgerUnavailableException Closed() => new($"The ledger {database.Path} is closed.");

    private bool Take()
    {
        var rows = 0;
        while (holds == 0 && rows < database.Options.GroupRows && appends.TryDequeue(out var pending))
        {
            group.Add(pending);
            rows += pending.Payloads.Length;
        }

        return works.TryDequeue(out work) || group.Count > 0;
    }

    private void Write()
    {
        // The group first: work that holds the ledger must find in it whatever was taken before.
        if (group.Count > 0)
            Commit(CollectionsMarshal.AsSpan(group));
        group.Clear();
        if (work is not null)
            Perform(work);
        Checkpoint();
    }

    private void End()
    {
        while (appends.TryDequeue(out var held))
            held.Fail(Closed());
        session?.Dispose();
        inserter.Dispose();
        checkpointer.Wait();
    }

    private void Commit(Span<PendingAppend> pendings)
    {
        var startedAt = Stopwatch.GetTimestamp();
        TimeSpan committed;
        int rows;
        try
        {
            var open = session ??= database.OpenWriter();
            open["BEGIN IMMEDIATE"].Run();
            rows = inserter.Insert(open, pendings);
            open["COMMIT"].Run();
            committed = Stopwatch.GetElapsedTime(startedAt);
            pagesWritten += open.TakePagesWritten();
            lastFailure = null;
        }
        catch (Exception exception)
        {
            var unavailable = GiveUp(exception, "record");
            LedgerMeter.Failed();
            foreach (var pending in pendings)
                pending.Fail(new LedgerUnavailableException(unavailable.Message, exception));
            return;
        }

        foreach (var pending in pendings)
            pending.Acknowledge();
        LedgerMeter.Committed(rows, committed);
    }

    private void Perform(IPendingWork pending)
    {
        try
        {
            var open = session ??= database.OpenWriter();
            pending.Perform(open);
            pagesWritten += open.TakePagesWritten();
        }
        catch (SqliteFailureException failure)
        {
            pending.Fail(GiveUp(failure, "write"));
        }
        catch (Exception exception)
        {
            pending.Fail(exception);
        }
    }

    private SqliteHold Hold(SqliteSession open)
    {
        var position = open.ReadNumber("SELECT max(position) FROM report") ?? 0;
        var recordedAt = open.ReadNumber("SELECT recorded_at FROM report ORDER BY position DESC LIMIT 1");
        lock (loop.Gate)
            holds++;
        return new SqliteHold(position, Instant.FromMicroseconds(recordedAt ?? 0), Release);
    }

    private void Release()
    {
        lock (loop.Gate)
        {
            holds--;
            loop.Wake();
        }
    }

    // Whatever failed, closing the session undoes it; the next group opens a new one and finds out whether the condition has ended.
    private LedgerUnavailableException GiveUp(Exception exception, string what)
    {
        inserter.Forget();
        session?.RollBack();
        session?.Dispose();
        session = null;
        var unavailable = SqliteUnavailable.Of(database.Path, what, exception);
        lastFailure = unavailable.Message;
        return unavailable;
    }

    private void Checkpoint()
    {
        if (checkpointer.TakeEnded())
        {
            try
            {
                session?.Checkpoint();
            }
            catch (SqliteFailureException)
            {
                // As in the checkpointer.
            }
        }
        else if (pagesWritten >= PagesPerCheckpoint)
        {
            pagesWritten = 0;
            checkpointer.Start();
        }
    }
}
