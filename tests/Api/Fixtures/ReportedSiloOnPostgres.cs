using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>The same reports in a silo whose ledger is on PostgreSQL.</summary>
public sealed class ReportedSiloOnPostgres : ReportedSilo
{
    // Set, so that none is made: there is no ledger's folder to put it in.
    protected override IEnumerable<(string Name, string Value)> Settings =>
        base.Settings.Append(("Security:AdminKey", "admin-key-of-the-tests-0123456789"));

    protected override async Task<(string Provider, string ConnectionString)> MakeLedgerAsync() =>
        ("postgres", await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
}
