using System;
using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Outboxes;

/// <content>What becomes of the reports.</content>
public sealed partial class Outbox
{
    /// <summary>
    /// Puts a corrected report in the place of a refused one, under a new key. It is sent before those of its unit that
    /// still wait behind it; what was recorded meanwhile stays before it.
    /// </summary>
    /// <param name="position">The number of the refused report.</param>
    /// <param name="corrected">What it should have been; its key is of no account.</param>
    /// <exception cref="OutboxException">No report of that number is refused.</exception>
    public void Correct(long position, Report corrected)
    {
        ArgumentNullException.ThrowIfNull(corrected);
        var kept = corrected with { IdempotencyKey = NewKey() };
        Change(
            position,
            "state = 'waiting', settled_at = NULL, refusal = NULL, unit = $unit, effective_on = $day, body = $body",
            ("$unit", kept.Unit),
            ("$day", OutboxRow.TextOf(kept.EffectiveOn)),
            ("$body", OutboxRow.BodyOf(kept)));
    }

    /// <summary>Sends a refused report once more under its old key: when the cause was not in the report, or only a warning.</summary>
    /// <param name="position">The number of the refused report.</param>
    /// <param name="confirm">The codes of the warnings that the sender stands by.</param>
    /// <exception cref="OutboxException">No report of that number is refused.</exception>
    public void Retry(long position, params IReadOnlyList<string> confirm)
    {
        var report = Find(position)?.Report ?? throw new OutboxException(OutboxFault.NotRefused, null, position);
        var kept = confirm.Count == 0 ? report : report with { Confirm = [.. report.Confirm ?? [], .. confirm] };
        Change(position, "state = 'waiting', settled_at = NULL, refusal = NULL, body = $body", ("$body", OutboxRow.BodyOf(kept)));
    }

    /// <summary>Gives a refused report up.</summary>
    /// <param name="position">The number of the refused report.</param>
    /// <exception cref="OutboxException">No report of that number is refused.</exception>
    public void Discard(long position) => Change(position, "state = 'discarded', settled_at = $now", ("$now", Now()));

    /// <summary>Notes that the outcome of a file has been told.</summary>
    /// <param name="file">The file's number.</param>
    public void CloseFile(long file) => database.Execute("UPDATE file SET closed_at = $now WHERE id = $id", ("$now", Now()), ("$id", file));

    /// <summary>Remembers something of the silo for when it cannot be reached.</summary>
    /// <param name="name">The name to recall it by.</param>
    /// <param name="content">What to remember.</param>
    public void Remember(string name, string content) => database.Execute(
        "INSERT INTO known (name, content, at) VALUES ($name, $content, $now) ON CONFLICT (name) DO UPDATE SET content = $content, at = "
            + "$now",
        ("$name", name),
        ("$content", content),
        ("$now", Now()));

    /// <summary>Takes in one answer of the silo, all of it or none.</summary>
    internal void Settle(
        IEnumerable<(long Position, int? Sequence)> recorded,
        IEnumerable<(long Position, OutboxRefusal Refusal)> refused) => database.Transact(() =>
    {
        foreach (var (position, sequence) in recorded)
            database.Execute(
                "UPDATE report SET state = 'recorded', settled_at = $now, sequence = $sequence WHERE position = $position",
                ("$now", Now()),
                ("$sequence", sequence),
                ("$position", position));
        foreach (var (position, refusal) in refused)
            database.Execute(
                "UPDATE report SET state = 'refused', settled_at = $now, refusal = $refusal WHERE position = $position",
                ("$now", Now()),
                ("$refusal", OutboxRow.TextOf(refusal)),
                ("$position", position));
        return true;
    });

    /// <summary>Forgets what was recorded or discarded long ago.</summary>
    internal void Forget() => database.Execute(
        "DELETE FROM report WHERE state IN ('recorded', 'discarded') AND settled_at < $then",
        ("$then", OutboxRow.TextOf(time.GetUtcNow() - Memory)));

    private void Change(long position, string change, params (string Name, object? Value)[] parameters)
    {
        if (database.Execute(
            $"UPDATE report SET {change} WHERE position = $position AND state = 'refused'",
            [("$position", position), .. parameters]) == 0)
        {
            throw new OutboxException(OutboxFault.NotRefused, null, position);
        }
    }
}
