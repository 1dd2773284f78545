using System;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Npgsql;
using Xunit;

namespace Aggregation.Tests.Ledger.Postgres;

public sealed class PostgresLedgerOptionsTests
{
    [Theory]
    [InlineData("Host=db;Database=ledger;Username=silo;Password=hush", "PostgreSQL, db:5432/ledger")]
    [InlineData("Server=db;Port=5433;Database=ledger;User Id=silo;Pwd=hush", "PostgreSQL, db:5433/ledger")]
    [InlineData("Host=db1:5432,db2:5432;Database=ledger;Username=silo;Password=hush", "PostgreSQL, db1:5432,db2:5432/ledger")]
    public void The_place_is_told_without_the_password(string connectionString, string place)
    {
        var options = PostgresLedgerOptions.Parse(connectionString);
        Assert.Equal(place, options.Place);
        Assert.DoesNotContain("hush", options.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("/var/lib/ledger.db")]
    [InlineData("Host=db;Password=hush")]
    [InlineData("Database=ledger;Password=hush")]
    [InlineData("Host=db;Database=ledger;Password=hush;Port=many")]
    [InlineData("Host=db;Database=ledger;Password=hush;Colour=blue")]
    [InlineData("Host=db;Database=ledger;PWD=hush;Maximum Pool Size=2")]
    [InlineData("Host=db;Database=ledger;Password=hush;Pooling=false")]
    [InlineData("Host=db;Database=ledger;Password='hush")]
    public void Anything_else_is_refused_with_what_would_be_right_and_without_the_password(string? connectionString)
    {
        var exception = Assert.Throws<LedgerStartException>(() => PostgresLedgerOptions.Parse(connectionString));
        Assert.StartsWith("ConnectionStrings__Ledger", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(";Keepalive=20", 20)]
    public void Idle_connections_are_watched_by_the_kernel_alone_unless_the_operator_wants_it_otherwise(string more, int seconds)
    {
        var options = PostgresLedgerOptions.Parse($"Host=db;Database=ledger{more}");
        var completed = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        Assert.True(completed.TcpKeepAlive);
        Assert.Equal(seconds, completed.KeepAlive);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(";Host Recheck Seconds=30", 30)]
    public void After_a_fail_over_hosts_are_looked_at_again_at_once_unless_the_operator_wants_it_otherwise(string more, int seconds)
    {
        var options = PostgresLedgerOptions.Parse($"Host=db1,db2;Database=ledger;Target Session Attributes=primary{more}");
        Assert.Equal(seconds, new NpgsqlConnectionStringBuilder(options.ConnectionString).HostRecheckSeconds);
    }
}
