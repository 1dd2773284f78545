using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Aggregation.Testing.Postgres;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Postgres;

public sealed class PostgresDatabaseTests
{
    /// <summary>Makes of the newest schema the one before it.</summary>
    internal const string BackToStepSeven =
        "DROP TABLE record_mac; DROP TABLE record_set; DROP TABLE applied_setting; ALTER TABLE access_session DROP COLUMN mac; ALTER "
            + "TABLE access_key DROP COLUMN made_by; ALTER TABLE administrative_act DROP COLUMN address; ALTER TABLE administrative_act "
            + "DROP COLUMN details; DROP TABLE name_form; DELETE FROM schema_version WHERE version >= 8";

    internal const string BackToStepSix =
        BackToStepSeven
            + "; ALTER TABLE report DROP COLUMN seal; DROP TABLE seal_epoch; DROP TABLE administrative_act; DROP FUNCTION "
            + "refuse_change_of_act; DELETE FROM schema_version WHERE version = 7";

    [PostgresFact]
    public async Task Four_silos_that_start_at_once_make_the_schema_once()
    {
        var connectionString = await NewDatabaseAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Open(connectionString))));
        foreach (var database in opened)
            database.Dispose();
        Assert.Equal("postgres: 1,2,3,4,5,6,7,8,9", await PostgresShell.RunAsync(
            connectionString,
            "SELECT set || ': ' || string_agg(version::text, ',' ORDER BY version) FROM schema_version GROUP BY set"));
    }

    [PostgresFact]
    public async Task The_steps_that_are_missing_are_made_up_for()
    {
        var connectionString = await NewDatabaseAsync();
        Open(connectionString).Dispose();
        await PostgresShell.RunAsync(connectionString, BackToStepSix);
        Open(connectionString).Dispose();
        Assert.Equal(0L, await PostgresShell.RunAsync(connectionString, "SELECT count(*) FROM administrative_act"));
    }

    [PostgresFact]
    public async Task A_later_schema_is_refused()
    {
        var connectionString = await NewDatabaseAsync();
        Open(connectionString).Dispose();
        await PostgresShell.RunAsync(connectionString, "INSERT INTO schema_version VALUES ('postgres', 99, 'future')");
        Refused(connectionString, "99", "version");
    }

    [PostgresFact]
    public async Task Another_programs_tables_are_refused_and_left_alone()
    {
        var connectionString = await NewDatabaseAsync();
        await PostgresShell.RunAsync(connectionString, "CREATE TABLE report (name text)");
        Refused(connectionString, "another program");
        Assert.Equal(1L, await PostgresShell.RunAsync(connectionString, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [PostgresFact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var connectionString = await NewDatabaseAsync();
        Refused(connectionString + ";Port=1", "127.0.0.1:1/", "must run and be reachable");
        Refused(connectionString + ";Database=missing", "create it", "createdb --owner silo missing");
        Refused(connectionString + ";Password=wrong", "Password");
    }

    [PostgresFact]
    public async Task A_database_that_cannot_hold_vietnamese_is_refused()
    {
        var connectionString = await NewDatabaseAsync("ENCODING 'LATIN1'");
        Refused(connectionString, "LATIN1", "UTF8");
    }

    [PostgresFact]
    public async Task A_database_that_can_only_be_read_is_refused() =>
        Refused(await NewDatabaseAsync() + ";Options=-c default_transaction_read_only=on", "only be read");

    [PostgresFact]
    public async Task What_is_acknowledged_is_durable_whatever_the_databases_own_default_is()
    {
        var connectionString = await NewDatabaseAsync();
        await PostgresShell.RunAsync(
            connectionString,
            $"ALTER DATABASE {new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Database} SET synchronous_commit = off");
        using var open = new PostgresOpenLedger(connectionString);
        using var connection = open.Database.Connect();
        Assert.Equal("on", PostgresRefusal.Show(connection, "synchronous_commit"));
    }

    [PostgresFact]
    public async Task Reports_are_neither_updated_nor_deleted_by_anybody()
    {
        using var open = await PostgresOpenLedger.MakeAsync();
        await open.AppendAsync(1, 1, Entry(1));
        foreach (var change in new[] { "UPDATE report SET unit = 2", "DELETE FROM report", "TRUNCATE report" })
            Assert.Contains(
                "never",
                (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => open.RunAsync(change))).Message,
                StringComparison.Ordinal);
    }

    private static async Task<string> NewDatabaseAsync(string options = "") =>
        await (await PostgresServer.SharedAsync()).CreateDatabaseAsync(options);

    private static PostgresDatabase Open(string connectionString) =>
        PostgresDatabase.Open(PostgresLedgerOptions.Parse(connectionString), [PostgresSchemaSet.Ledger], TimeProvider.System);

    private static void Refused(string connectionString, params string[] words)
    {
        var exception = Assert.Throws<LedgerStartException>(() => Open(connectionString).Dispose());
        Assert.All(words, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.DoesNotContain(
            new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Password!,
            exception.Message,
            StringComparison.Ordinal);
    }
}
