using System;
using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Outboxes;

/// <content>What lies in it.</content>
public sealed partial class Outbox
{
    /// <summary>How much lies in it.</summary>
    public OutboxCounts Count() => database.Read(
        "SELECT (SELECT count(*) FROM report WHERE state = 'waiting'), (SELECT count(*) FROM report WHERE state = 'refused')",
        row => new OutboxCounts(row.GetInt64(0), row.GetInt64(1))).Single();

    /// <summary>Reports, in the order in which they entered.</summary>
    /// <param name="states">Those of these states.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<OutboxReport> Read(IEnumerable<OutboxState> states, int limit = int.MaxValue)
    {
        var wanted = string.Join(',', states.Select(OutboxRow.TextOf));
        return database.Read(
            $"SELECT {OutboxRow.Columns} FROM report WHERE instr(',' || $states || ',', ',' || state || ',') > 0 ORDER BY position LIMIT "
                + "$limit",
            OutboxRow.Read,
            ("$states", wanted),
            ("$limit", limit));
    }

    /// <summary>The report of a number; null if there is none.</summary>
    public OutboxReport? Find(long position) =>
        database.Read($"SELECT {OutboxRow.Columns} FROM report WHERE position = $position", OutboxRow.Read, ("$position", position))
            .SingleOrDefault();

    /// <summary>The reports of a file.</summary>
    /// <param name="file">The file's number.</param>
    public IReadOnlyList<OutboxReport> ReadFile(long file) =>
        database.Read($"SELECT {OutboxRow.Columns} FROM report WHERE file = $file ORDER BY position", OutboxRow.Read, ("$file", file));

    /// <summary>
    /// The newest file with that digest, unless something of it was refused: that may be sent once more. Null if there is none.
    /// </summary>
    /// <param name="digest">The digest.</param>
    public OutboxFile? FindFile(string digest) => ReadFiles(
        """
        digest = $digest AND NOT EXISTS (SELECT 1 FROM report WHERE report.file = file.id AND report.state IN ('refused', 'discarded'))
        ORDER BY id DESC LIMIT 1
        """,
        ("$digest", digest)).SingleOrDefault();

    /// <summary>The files of a watched folder whose outcome has not been told.</summary>
    /// <param name="folder">The folder.</param>
    public IReadOnlyList<OutboxFile> ReadOpenFiles(string folder) =>
        ReadFiles("folder = $folder AND closed_at IS NULL ORDER BY id", ("$folder", folder));

    /// <summary>Whether a later report of the same unit and day has been recorded, which this one would stand over.</summary>
    /// <param name="position">The report's number.</param>
    public bool HasLaterRecorded(long position) => database.Read(
        """
        SELECT 1 FROM report AS refused JOIN report AS later
          ON later.unit = refused.unit AND later.effective_on = refused.effective_on AND later.position > refused.position AND later.state = 'recorded'
        WHERE refused.position = $position LIMIT 1
        """,
        row => true,
        ("$position", position)).Count > 0;

    /// <summary>What was remembered under a name, and when; null if nothing was.</summary>
    /// <param name="name">The name.</param>
    public (string Content, DateTimeOffset At)? Recall(string name) => database.Read<(string, DateTimeOffset)?>(
        "SELECT content, at FROM known WHERE name = $name",
        row => (row.GetString(0), OutboxRow.InstantOf(row.GetString(1))),
        ("$name", name)).SingleOrDefault();

    /// <summary>The reports that wait, in order, until enough has been seen.</summary>
    internal void ScanWaiting(Func<OutboxReport, bool> show) =>
        database.Scan(
            $"SELECT {OutboxRow.Columns} FROM report WHERE state = 'waiting' ORDER BY position",
            row => show(OutboxRow.Read(row)));

    private List<OutboxFile> ReadFiles(string condition, params (string Name, object? Value)[] parameters) => database.Read(
        $"SELECT id, digest, name, folder, entered_at, closed_at IS NOT NULL FROM file WHERE {condition}",
        row => new OutboxFile(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            OutboxRow.TextOrNull(row, 3),
            OutboxRow.InstantOf(row.GetString(4)),
            row.GetBoolean(5)),
        parameters);
}
