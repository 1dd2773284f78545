using Aggregation.Domain.Reports;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Since when a file's names are compared by the newest form.</summary>
internal static class SqliteNameForms
{
    /// <summary>Reads what the schema's step has noted.</summary>
    public static NameForms Read(SqliteSession session) =>
        new(Instant.FromMicroseconds(session.ReadNumber($"SELECT since FROM name_form WHERE version = {(int)NameForm.LettersFolded}")
            ?? 0));
}
