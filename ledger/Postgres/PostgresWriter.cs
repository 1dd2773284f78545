using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// The one thread and connection through which this silo appends. Whatever appends wait when it is free commit together, and each is
/// acknowledged after that commit.
/// </summary>
public sealed class PostgresWriter : ILedgerStatus, IDisposable
{
    private readonly PostgresDatabase database;
    private readonly Thread thread;
    private readonly Lock gate = new();
    private readonly AutoResetEvent wake = new(initialState: false);
    private readonly HashSet<int> units = [];
    private readonly List<PendingAppend> group = [];
    private LinkedList<PendingAppend> appends = new();
    private volatile string? lastFailure;
    private AppendStatement? statement;
    private bool asleep;
    private volatile bool closing;

    /// <summary>Starts the thread.</summary>
    public PostgresWriter(PostgresDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        thread = new Thread(Run) { IsBackground = true, Name = "Ledger writer" };
        thread.Start();
    }

    /// <inheritdoc/>
    public string? Failure => database.Commits.Unsettled ?? lastFailure;

    /// <inheritdoc/>
    public int Waiting
    {
        get
        {
            lock (gate)
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
        lock (gate)
        {
            if (closing)
                return Refuse($"The ledger {database.Place} is closed.");
            if (database.Commits.Unsettled is { } reason)
                return Refuse(reason);
            appends.AddLast(pending);
            Wake();
        }

        return pending.Task;
    }

    /// <summary>Commits what waits, and ends the thread. Appends that a hold keeps waiting fail.</summary>
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

    private static Task<ImmutableArray<DateTimeOffset>> Refuse(string reason) => Task.FromException<ImmutableArray<DateTimeOffset>>(new LedgerUnavailableException(reason));

    // Called within the gate. The thread is woken once, however much comes before it is up.
    private void Wake()
    {
        if (!asleep)
            return;
        asleep = false;
        wake.Set();
    }

    private void Run()
    {
        while (Take())
        {
            Commit(group);
            group.Clear();
        }

        statement?.Dispose();
    }

    // Waits for something to do; false when there is nothing left and the writer closes.
    private bool Take()
    {
        while (true)
        {
            lock (gate)
            {
                if (appends.Count > 0)
                {
                    TakeGroup();
                    return true;
                }

                if (closing)
                    return false;
                asleep = true;
            }

            wake.WaitOne();
        }
    }

    // Of one unit only the first append: the next one's turn comes when that one stands or does not.
    private void TakeGroup()
    {
        units.Clear();
        var rows = 0;
        for (var node = appends.First; node is not null && rows < database.Options.GroupRows;)
        {
            var next = node.Next;
            if (units.Add(node.Value.Append.UnitId))
            {
                group.Add(node.Value);
                rows += node.Value.Payloads.Length;
                appends.Remove(node);
            }

            node = next;
        }
    }

    private void Commit(List<PendingAppend> pendings)
    {
        var startedAt = Stopwatch.GetTimestamp();
        int rows;
        try
        {
            rows = Record(pendings);
        }
        catch (PostgresException exception) when (pendings.Count > 1 && IsAboutOneRow(exception))
        {
            foreach (var pending in pendings)
                Commit([pending]);
            return;
        }
        catch (Exception exception)
        {
            Fail(pendings, exception);
            return;
        }

        var committed = Stopwatch.GetElapsedTime(startedAt);
        lastFailure = null;
        foreach (var pending in pendings)
            pending.Acknowledge();
        LedgerMeter.Committed(rows, committed);
    }

    // What is tried again was undone as a whole, by the server's own word.
    private int Record(List<PendingAppend> pendings)
    {
        var deadline = Environment.TickCount64 + (long)database.Options.Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                // The writer's thread waits; that of a commit which is given up would wait with it.
                if (database.Commits.WaitAsync(Connected().RecordAsync(pendings)).GetAwaiter().GetResult() is { } rows)
                    return rows;
                if (Environment.TickCount64 >= deadline)
                    throw new LedgerUnavailableException($"The ledger {database.Place} cannot record: the server's clock does not stand still.");
            }
            catch (PostgresException exception) when (IsUndone(exception) && !closing && Environment.TickCount64 < deadline)
            {
                // Another silo was faster with a row, or the ledger is held: both pass.
            }
        }
    }

    private AppendStatement Connected()
    {
        if (statement is { IsOpen: true })
            return statement;
        statement?.Dispose();
        statement = null;
        try
        {
            return statement = AppendStatement.Open(database);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            FailWaiting(exception);
            throw;
        }
    }

    private static bool IsUndone(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected;

    // Classes 22 (data), 23 (constraints) and 54 (limits): something in one append, which must not fail its neighbours.
    private static bool IsAboutOneRow(PostgresException exception) =>
        exception.SqlState[..2] is "22" or "23" or "54";

    // Whoever waits would only wait for the same server; nothing of it was sent.
    private void FailWaiting(Exception exception)
    {
        LinkedList<PendingAppend> waiting;
        lock (gate)
            (waiting, appends) = (appends, new());
        foreach (var pending in waiting)
            pending.Fail(PostgresUnavailable.Of(database.Place, "record", exception));
    }

    private void Fail(List<PendingAppend> pendings, Exception exception)
    {
        statement?.Dispose();
        statement = null;
        if (exception is NpgsqlException)
            database.ForgetIdle();
        var failure = PostgresUnavailable.Of(database.Place, "record", exception).Message;
        // What was given up says so itself, until it is settled.
        if (database.Commits.Unsettled is null)
            lastFailure = failure;
        else
            FailWaiting(exception);
        LedgerMeter.Failed();
        foreach (var pending in pendings)
            pending.Fail(new LedgerUnavailableException(failure, exception));
    }
}
