using System;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Sqlite;
using Aggregation.Ledger.Units;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteLedgerOptionsTests
{
    [Theory]
    [InlineData("/var/lib/ledger.db")]
    [InlineData("Data Source=/var/lib/ledger.db")]
    [InlineData("DataSource=/var/lib/ledger.db;")]
    [InlineData("Filename='/var/lib/ledger.db'")]
    public void A_path_or_a_connection_string_names_the_file(string connectionString) =>
        Assert.Equal(Path.GetFullPath("/var/lib/ledger.db"), SqliteLedgerOptions.Parse(connectionString).Path);

    [Fact]
    public void A_timeout_may_be_given() =>
        Assert.Equal(TimeSpan.FromSeconds(9), SqliteLedgerOptions.Parse("Data Source=x.db;Default Timeout=9").BusyTimeout);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x.db;Mode=ReadOnly")]
    [InlineData("Host=localhost;Database=ledger")]
    [InlineData("=;=")]
    public void Anything_else_is_refused_with_what_would_be_right(string? connectionString)
    {
        var exception = Assert.Throws<LedgerStartException>(() => SqliteLedgerOptions.Parse(connectionString));
        Assert.StartsWith("ConnectionStrings__Ledger", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Data Source=", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_services_share_one_file_and_let_go_of_it()
    {
        using var directory = new TemporaryDirectory();
        for (var round = 1; round <= 2; round++)
        {
            await using var services = new ServiceCollection().AddSqliteLedger($"Data Source={directory.File("ledger.db")}")
                .BuildServiceProvider();
            await services.GetRequiredService<ILedger>().AppendAsync(Append(1, round, Entry(1)));
            Assert.Equal(round, (await services.GetRequiredService<ILedgerQueries>().ReadNewestAsync(1, null, 10, default)).Length);
            Assert.Empty(await services.GetRequiredService<IUnitStore>().LoadAsync(default));
            Assert.Empty(await services.GetRequiredService<IAccessStore>().LoadKeysAsync(default));
            Assert.False(services.GetRequiredService<IDemonstrationMark>().IsSet);
        }
    }
}
