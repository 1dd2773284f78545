using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
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
    private readonly WorkLoop loop;
    private readonly HashSet<int> units = [];
    private readonly List<PendingAppend> group = [];
    private LinkedList<PendingAppend> appends = new();
    private volatile string? lastFailure;
    private AppendStatement? statement;

    /// <summary>Starts the thread.</summary>
    public PostgresWriter(PostgresDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        loop = new WorkLoop("Ledger writer", Take, Write, () => statement?.Dispose());
        loop.Start();
    }

    /// <inheritdoc/>
    public string? Failure => database.Commits.Unsettled ?? lastFailure;

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
                return Refuse($"The ledger {database.Place} is closed.");
            if (database.Commits.Unsettled is { } reason)
                return Refuse(reason);
            appends.AddLast(pending);
            loop.Wake();
        }

        return pending.Task;
    }

    /// <summary>Commits what waits, and ends the thread. Appends that a hold keeps waiting fail.</summary>
    public void Dispose() => loop.Dispose();

    private static Task<ImmutableArray<DateTimeOffset>> Refuse(string reason) =>
        Task.FromException<ImmutableArray<DateTimeOffset>>(new LedgerUnavailableException(reason));

    private void Write()
    {
        Commit(group);
        group.Clear();
    }

    // Of one unit only the first append: the next one's turn comes when that one stands or does not.
    private bool Take()
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

        return group.Count > 0;
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
                    throw new LedgerUnavailableException(
                        $"The ledger {database.Place} cannot record: the server's clock does not stand still.");
            }
            catch (PostgresException exception) when (IsUndone(exception) && !loop.IsClosing && Environment.TickCount64 < deadline)
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
        exception.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.DeadlockDetected;

    // Classes 22 (data), 23 (constraints) and 54 (limits): something in one append, which must not fail its neighbours.
    private static bool IsAboutOneRow(PostgresException exception) =>
        exception.SqlState[..2] is "22" or "23" or "54";

    // Whoever waits would only wait for the same server; nothing of it was sent.
    private void FailWaiting(Exception exception)
    {
        LinkedList<PendingAppend> waiting;
        lock (loop.Gate)
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
