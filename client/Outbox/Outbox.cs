using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Outboxes;

/// <summary>
/// Reports on their way to one silo, kept in a file until they have arrived: what <see cref="Add(ReportBatch)"/> has
/// returned is on the disk. It holds no key of the API. Several processes may use it at once; one of them sends
/// (<see cref="Pushing.OutboxPush"/>). Safe for concurrent use.
/// </summary>
public sealed partial class Outbox : IDisposable
{
    /// <summary>How long what was recorded or discarded is still shown.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private readonly OutboxDatabase database;
    private readonly TimeProvider time;

    private Outbox(OutboxDatabase database, Uri address, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        Address = address;
    }

    /// <summary>The file.</summary>
    public string Path => database.Path;

    /// <summary>The silo that it sends to.</summary>
    public Uri Address { get; }

    /// <summary>Opens an outbox, and creates it when it is not there.</summary>
    /// <param name="path">The file, on a local disk.</param>
    /// <param name="address">The silo. An outbox is for one silo for good: figures meant for a trial never reach the ministry.</param>
    /// <param name="time">Dates what happens; null for the system's clock.</param>
    /// <exception cref="OutboxException">It cannot be opened, or is for another silo.</exception>
    public static Outbox Open(string path, Uri address, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(address);
        var file = OutboxDatabase.Open(System.IO.Path.GetFullPath(path));
        try
        {
            var wanted = WithoutSecrets(address);
            var held = file.Transact(() =>
            {
                file.Execute(
                    "INSERT INTO destination (address) SELECT $address WHERE NOT EXISTS (SELECT 1 FROM destination)",
                    ("$address", wanted));
                return file.Read("SELECT address FROM destination", row => row.GetString(0)).Single();
            });
            return held == wanted
                ? new Outbox(file, new Uri(held), time ?? TimeProvider.System)
                : throw new OutboxException(OutboxFault.OtherAddress, null, file.Path, held, wanted);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Where the outbox of a silo lies when nothing else is said: in the user's folder of local data.</summary>
    /// <param name="address">The silo.</param>
    public static string DefaultPath(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var name = string.Concat((address.Authority + address.AbsolutePath).Select(letter => char.IsAsciiLetterOrDigit(letter)
            || letter is '.' ? letter : '-')).Trim('-', '.');
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(folder, "aggregation", "outbox", name + ".db");
    }

    /// <summary>Takes reports; they are sent in this order. One whose key is empty is given a random one.</summary>
    /// <param name="batch">Any number of reports.</param>
    /// <returns>Their numbers, in order.</returns>
    /// <exception cref="OutboxException">The disk takes nothing.</exception>
    public IReadOnlyList<long> Add(ReportBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return database.Transact(() => batch.Reports.Select(report => Insert(report, batch.Edition, null)).ToArray());
    }

    /// <summary>Takes the reports of a file, unless the same file was taken before and nothing of it was refused.</summary>
    /// <param name="batch">Its reports.</param>
    /// <param name="digest">A digest of what it says.</param>
    /// <param name="name">Its name.</param>
    /// <param name="folder">The watched folder that it is kept in; null for none.</param>
    /// <param name="again">True to take it also when it was taken before.</param>
    /// <exception cref="OutboxException">It was taken before, or the disk takes nothing.</exception>
    public OutboxFile AddFile(ReportBatch batch, string digest, string name, string? folder = null, bool again = false)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return database.Transact(() =>
        {
            if (!again && FindFile(digest) is { } known)
                throw new OutboxException(OutboxFault.SameFile, null, known.Name, known.EnteredAt);
            var id = database.Read(
                "INSERT INTO file (digest, name, folder, entered_at) VALUES ($digest, $name, $folder, $now) RETURNING id",
                row => row.GetInt64(0),
                ("$digest", digest),
                ("$name", name),
                ("$folder", folder),
                ("$now", Now())).Single();
            foreach (var report in batch.Reports)
                Insert(report, batch.Edition, id);
            return ReadFiles("id = $id", ("$id", id)).Single();
        });
    }

    /// <summary>Closes the file. What waits in it is sent by whoever opens it next.</summary>
    public void Dispose() => database.Dispose();

    private static string WithoutSecrets(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') + "/";

    private long Insert(Report report, string? edition, long? file)
    {
        var kept = report.IdempotencyKey.Length > 0 ? report : report with { IdempotencyKey = NewKey() };
        return database.Read(
            """
            INSERT INTO report (state, edition, unit, effective_on, body, file, entered_at)
            VALUES ('waiting', $edition, $unit, $day, $body, $file, $now) RETURNING position
            """,
            row => row.GetInt64(0),
            ("$edition", edition),
            ("$unit", kept.Unit),
            ("$day", OutboxRow.TextOf(kept.EffectiveOn)),
            ("$body", OutboxRow.BodyOf(kept)),
            ("$file", file),
            ("$now", Now())).Single();
    }

    private static string NewKey() => $"box-{Guid.NewGuid():N}";

    private string Now() => OutboxRow.TextOf(time.GetUtcNow());
}
