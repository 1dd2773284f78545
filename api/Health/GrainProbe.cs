using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace Aggregation.Api.Health;

/// <summary>
/// Asks the nation and, one after the other, the provinces whether they answer this silo. One that has not for <see cref="Patience"/>
/// takes the silo out of rotation until it does: whoever is sent here would wait in vain.
/// </summary>
/// <param name="registry">The editions.</param>
/// <param name="grains">The grains.</param>
/// <param name="readiness">What is told.</param>
/// <param name="time">The clock.</param>
internal sealed class GrainProbe(UnitRegistry registry, IGrainFactory grains, Readiness readiness, TimeProvider time) : BackgroundService
{
    /// <summary>
    /// How long a unit may be silent: longer than its silo's death is noticed and its next activation has read the ledger.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(3);

    // Since when those are silent that are; an answer takes them out.
    private readonly Dictionary<string, long> silent = new(StringComparer.Ordinal);
    private int turn;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(Interval, time);
        while (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync();
    }

    /// <summary>Asks once: the nation, the next province, and whoever was silent.</summary>
    internal async Task LookAsync()
    {
        var edition = registry.Active;
        var provinces = edition.ChildrenOf(0);
        var asked = new HashSet<string>(silent.Keys, StringComparer.Ordinal) { edition.Units[0].Code };
        if (!provinces.IsEmpty)
            asked.Add(edition.Units[provinces[turn++ % provinces.Length]].Code);
        var answers = new List<Task<(string Code, bool Answers)>>();
        foreach (var code in asked)
            answers.Add(AskAsync(edition, code));
        foreach (var (code, isThere) in await Task.WhenAll(answers))
        {
            if (isThere)
                silent.Remove(code);
            else
                silent.TryAdd(code, time.GetTimestamp());
        }

        readiness.GrainsAnswer = !IsAnyTooSilent();
    }

    private bool IsAnyTooSilent()
    {
        foreach (var since in silent.Values)
        {
            if (time.GetElapsedTime(since) >= Patience)
                return true;
        }

        return false;
    }

    // A unit that says what is wrong answers.
    private async Task<(string Code, bool Answers)> AskAsync(Edition edition, string code)
    {
        try
        {
            await grains.GetGrain<IUnitGrain>(new UnitKey(edition.Name, code).ToString()).GetFreshness().WaitAsync(AnswerTime, time);
            return (code, true);
        }
        catch (Exception exception) when (exception is LedgerUnavailableException or UnknownUnitException)
        {
            return (code, true);
        }
        catch (Exception)
        {
            return (code, false);
        }
    }
}
