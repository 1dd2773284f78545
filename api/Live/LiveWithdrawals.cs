using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Api.Live;

/// <summary>Ends streams as soon as their key is revoked or their session is ended, at whichever silo.</summary>
/// <param name="hub">The streams.</param>
/// <param name="keys">The keys.</param>
/// <param name="sessions">The sessions.</param>
internal sealed class LiveWithdrawals(LiveHub hub, AccessKeys keys, AccessSessions sessions) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        keys.Withdrawn += Check;
        sessions.Ended += Check;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        keys.Withdrawn -= Check;
        sessions.Ended -= Check;
        return Task.CompletedTask;
    }

    private void Check(object? sender, EventArgs arguments) => hub.CheckViewers();
}
