using System;
using Aggregation.Domain.Reports;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>Since when a database's names are compared by the newest form.</summary>
internal static class PostgresNameForms
{
    /// <summary>Reads what the schema's step has noted.</summary>
    public static NameForms Read(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT since FROM name_form WHERE version = $1",
            connection)
        { Parameters = { new() { Value = (int)NameForm.LettersFolded } } };
        return command.ExecuteScalar() is DateTime since ? new NameForms(new DateTimeOffset(since)) : NameForms.Newest;
    }
}
