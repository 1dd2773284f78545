using System.Linq;

namespace Aggregation.Outboxes;

/// <summary>The tables of an outbox.</summary>
internal static class OutboxSchema
{
    private const long Version = 1;

    // "aggr": tells an outbox from any other SQLite file.
    private const long ApplicationId = 0x61676772;

    private const string Tables =
        """
        CREATE TABLE destination (address TEXT NOT NULL) STRICT;
        CREATE TABLE file (
          id INTEGER PRIMARY KEY, digest TEXT NOT NULL, name TEXT NOT NULL, folder TEXT,
          entered_at TEXT NOT NULL, closed_at TEXT) STRICT;
        CREATE INDEX file_digest ON file (digest);
        CREATE TABLE report (
          position INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL, edition TEXT, unit TEXT NOT NULL, effective_on TEXT NOT NULL,
          body TEXT NOT NULL, file INTEGER REFERENCES file (id), entered_at TEXT NOT NULL, settled_at TEXT, sequence INTEGER, refusal TEXT) STRICT;
        CREATE INDEX report_state ON report (state, position);
        CREATE INDEX report_file ON report (file) WHERE file IS NOT NULL;
        CREATE TABLE known (name TEXT PRIMARY KEY, content TEXT NOT NULL, at TEXT NOT NULL) STRICT;
        """;

    /// <summary>Creates the tables where there are none.</summary>
    /// <exception cref="OutboxException">The file is something else, or was made by a newer version.</exception>
    public static void Migrate(OutboxDatabase database) => database.Transact(() =>
    {
        var version = Number(database, "PRAGMA user_version");
        if (version == 0 && Number(database, "SELECT count(*) FROM sqlite_schema") == 0)
            database.Execute($"{Tables} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}");
        else if (Number(database, "PRAGMA application_id") != ApplicationId)
            throw database.Unknown("it is another program's file.");
        else if (version > Version)
            throw database.Unknown("a newer version of this program made it.");
        return version;
    });

    private static long Number(OutboxDatabase database, string sql) => database.Read(sql, row => row.GetInt64(0)).Single();
}
