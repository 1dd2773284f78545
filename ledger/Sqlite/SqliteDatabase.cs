using System;
using System.Globalization;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Seals;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// The file that holds everything the silo keeps: opened by one process at a time, created and migrated when it is opened.
/// Disposing it empties the WAL into the file and lets the next process in.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly DatabaseLock processLock;
    private readonly SqliteSession keeper;
    private bool disposed;

    private SqliteDatabase(
        SqliteLedgerOptions options,
        DatabaseLock processLock,
        SqliteSession keeper,
        LedgerSeal? seal,
        NameForms names,
        ILogger? logger)
    {
        Seal = seal;
        Records = seal is null ? null : new RecordSeals(seal.Key, logger ?? NullLogger.Instance);
        NameForms = names;
        Options = options;
        this.processLock = processLock;
        this.keeper = keeper;
    }

    /// <summary>Where it is and how it is opened.</summary>
    public SqliteLedgerOptions Options { get; }

    /// <summary>The file, as an absolute path.</summary>
    public string Path => Options.Path;

    /// <summary>What rows are sealed with; null for nothing.</summary>
    internal LedgerSeal? Seal { get; }

    /// <summary>What covers the records beside the reports; null for nothing.</summary>
    internal RecordSeals? Records { get; }

    /// <summary>By which form its names of models are compared.</summary>
    internal NameForms NameForms { get; }

    /// <summary>The size that the file may grow to, in pages; null for no limit. For tests of a full disk.</summary>
    internal long? MaximumPages { get; set; }

    /// <summary>Opens the file, and creates it when it is not there.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="time">Dates the migrations.</param>
    /// <param name="logger">Where it is told of records that are refused.</param>
    /// <exception cref="LedgerStartException">It cannot be opened; the message says why in one sentence.</exception>
    public static SqliteDatabase Open(SqliteLedgerOptions options, TimeProvider time, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        SqliteFile.CheckBeforeOpening(options.Path);
        var taken = DatabaseLock.Take(options.Path);
        SqliteSession? session = null;
        try
        {
            SqliteFile.Create(options.Path);
            session = SqliteSession.Open(options.Path, options.BusyTimeout);
            Prepare(session, options.Path, time);
            return new SqliteDatabase(
                options,
                taken,
                session,
                SqliteSealing.Open(session, options, time),
                SqliteNameForms.Read(session),
                logger);
        }
        catch (Exception exception)
        {
            session?.Dispose();
            taken.Dispose();
            if (exception is SqliteFailureException failure)
                throw SqliteFile.CannotOpen(options.Path, failure);
            throw;
        }
    }

    /// <summary>A session for the writer: every commit of it is on the disk before it returns.</summary>
    internal SqliteSession OpenWriter()
    {
        var session = OpenSession();
        session.Execute(
            "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA "
                + "cache_size = -65536;");
        if (MaximumPages is { } pages)
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
        return session;
    }

    /// <summary>A session that reads.</summary>
    internal SqliteSession OpenReader()
    {
        var session = OpenSession();
        session.Execute("PRAGMA query_only = ON; PRAGMA cache_size = -16384;");
        return session;
    }

    /// <summary>Empties the WAL into the file and frees the file's lock. Whoever holds sessions closes them before.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        // The last session to close empties the WAL and removes it.
        keeper.Dispose();
        processLock.Dispose();
    }

    /// <summary>Copies what it can from the WAL into the file; called by one thread at a time.</summary>
    internal void Checkpoint() => keeper.Checkpoint();

    private static void Prepare(SqliteSession session, string path, TimeProvider time)
    {
        if (session.IsReadOnly)
            throw SqliteFile.ReadOnly(path);
        // The schema is read first: a file that is not a database is told apart before anything is written to it.
        session.ReadNumber("SELECT count(*) FROM sqlite_schema");
        var mode = session["PRAGMA journal_mode = WAL"];
        mode.Step();
        var isWal = mode.Text(0) == "wal";
        mode.Reset();
        if (!isWal)
            throw new LedgerStartException(
                $"The ledger {path} lies where SQLite cannot keep a write-ahead log, such as a network share; put it on a local disk.");
        session.Execute("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;");
        SqliteSchema.Migrate(session, path, time);
        // The newest row and its index entry lie at the ends of the trees: a file cut short is noticed now and not at the first report.
        session.ReadNumber("SELECT recorded_at FROM report ORDER BY position DESC LIMIT 1");
        session.ReadNumber("SELECT sequence FROM report INDEXED BY report_sequence ORDER BY unit DESC, sequence DESC LIMIT 1");
    }

    private SqliteSession OpenSession()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return SqliteSession.Open(Path, Options.BusyTimeout);
    }
}
