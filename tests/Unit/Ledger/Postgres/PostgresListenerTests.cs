using System;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Access;
using Aggregation.Testing.Postgres;
using Xunit;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>What one silo changes, another one notices.</summary>
public sealed class PostgresListenerTests : IAsyncLifetime
{
    private static readonly Unit Nation = new(1, "VN", "Việt Nam", "Quốc gia", 0, null, null, Simulated: false);

    private PostgresServer server = null!;
    private ListeningSilo one = null!;
    private ListeningSilo other = null!;

    public async Task InitializeAsync()
    {
        server = await PostgresServer.StartNewAsync();
        var connectionString = await server.CreateDatabaseAsync();
        one = await ListeningSilo.StartAsync(connectionString);
        other = await ListeningSilo.StartAsync(connectionString);
    }

    public async Task DisposeAsync()
    {
        if (one is not null)
            await one.DisposeAsync();
        if (other is not null)
            await other.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }

    [PostgresFact]
    public async Task A_key_made_is_good_and_a_key_revoked_is_not()
    {
        var (key, text) = await one.Keys.MakeAsync(new NewAccessKey("2023", "VN", AccessRole.Reporter), default);
        // At once, whether or not the word of it has come.
        Assert.NotNull(await other.Keys.AuthenticateAsync(text, default));
        await one.Keys.RevokeAsync(key.Id, default);
        await EventuallyAsync(async () => await other.Keys.AuthenticateAsync(text, default) is null);
    }

    [PostgresFact]
    public async Task A_session_ended_is_ended_everywhere()
    {
        var (key, _) = await one.Keys.MakeAsync(new NewAccessKey("2023", "VN", AccessRole.Viewer), default);
        var token = await one.Sessions.BeginAsync(key, default);
        Assert.NotNull(await other.Sessions.AuthenticateAsync(token, default));
        await one.Sessions.EndAsync(token, default);
        await EventuallyAsync(async () => await other.Sessions.AuthenticateAsync(token, default) is null);
    }

    [PostgresFact]
    public async Task A_list_and_a_mark_are_everywhere()
    {
        await one.Open.Units.SaveAsync(new Edition("2023", 1, [Nation]), null, default);
        await EventuallyAsync(() => Task.FromResult(other.Registry.Find("2023") is { Generation: 1 }));
        Assert.False(other.Mark.IsSet);
        await one.Mark.SetAsync();
        await EventuallyAsync(() => Task.FromResult(other.Mark.IsSet));
    }

    [PostgresFact]
    public async Task What_changed_while_nobody_could_listen_is_noticed_after_it()
    {
        var (key, text) = await one.Keys.MakeAsync(new NewAccessKey("2023", "VN", AccessRole.Reporter), default);
        await EventuallyAsync(async () => await other.Keys.FindAsync(key.Id, default) is not null);
        await server.StopAsync();
        await server.StartAsync();
        // As if the silo that revoked it had done so before the other one listened again.
        await one.Open.RunAsync($"UPDATE access_key SET revoked_at = now() WHERE id = '{key.Id}'");
        await server.StopAsync();
        await server.StartAsync();
        await EventuallyAsync(async () => await other.Keys.AuthenticateAsync(text, default) is null);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var patience = new System.Threading.CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
            await Task.Delay(5, patience.Token);
    }
}
