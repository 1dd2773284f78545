using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Postgres;
using Aggregation.Ledger.Units;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>As much of a silo as hears what others change.</summary>
internal sealed class ListeningSilo : IAsyncDisposable
{
    private readonly PostgresListener listener;

    private ListeningSilo(string connectionString)
    {
        Open = new PostgresOpenLedger(connectionString);
        Keys = new AccessKeys(Open.Access, TimeProvider.System);
        Sessions = new AccessSessions(Open.Access, Keys, new LimitSettings(), TimeProvider.System);
        Mark = new PostgresDemonstrationMark(Open.Database, TimeProvider.System);
        listener = new PostgresListener(
            Open.Database,
            [Keys, Sessions, new StoredUnits(Registry, Open.Units), Mark],
            NullLogger<PostgresListener>.Instance);
    }

    public PostgresOpenLedger Open { get; }

    public AccessKeys Keys { get; }

    public AccessSessions Sessions { get; }

    public UnitRegistry Registry { get; } = new("2023");

    public PostgresDemonstrationMark Mark { get; }

    public static async Task<ListeningSilo> StartAsync(string connectionString)
    {
        var silo = new ListeningSilo(connectionString);
        await silo.listener.StartAsync(CancellationToken.None);
        return silo;
    }

    public async ValueTask DisposeAsync()
    {
        await listener.StopAsync(CancellationToken.None);
        listener.Dispose();
        Keys.Dispose();
        Sessions.Dispose();
        Open.Dispose();
    }
}
