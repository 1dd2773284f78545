using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Tests.Api.Live;
using Aggregation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Api.RollUps;

public sealed class UnitCallsTests : IDisposable
{
    private static readonly UnitKey Known = new("2023", "498");

    private readonly StepTime time = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
    private readonly UnitCalls calls;
    private int made;

    public UnitCallsTests()
    {
        var registry = new UnitRegistry("2023");
        registry.Publish(Trees.Small());
        calls = new UnitCalls(OneGrainFactory.Of(new WatchedGrain()), registry, time, NullLogger<UnitCalls>.Instance);
    }

    public static TheoryData<string> Passing =>
        ["silo died", "no answer", "deactivated", "unknown there", "fenced", "fenced before", "ended while reading"];

    public void Dispose() => patience.Dispose();

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_the_ledger_can_resolve_is_asked_again_until_it_is_answered(string what)
    {
        var answer = CallAsync(Known, call => call < 5 ? Failure(what) : null);
        await AdvanceUntilAsync(answer);
        Assert.Equal(5, await answer);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task After_a_while_the_last_failure_is_told(string what)
    {
        var answer = CallAsync(Known, _ => Failure(what));
        await AdvanceUntilAsync(answer);
        var told = await Assert.ThrowsAnyAsync<Exception>(() => answer);
        Assert.Equal(Failure(what).GetType(), told.GetType());
        Assert.InRange(time.GetUtcNow() - DateTimeOffset.UnixEpoch, UnitCalls.Patience, UnitCalls.Patience * 2);
    }

    [Fact]
    public async Task A_call_that_is_not_answered_is_made_again()
    {
        var unanswered = new TaskCompletionSource<int>();
        var answer = calls.CallAsync(Known, _ => ++made < 3 ? unanswered.Task : Task.FromResult(made));
        await AdvanceUntilAsync(answer);
        Assert.Equal(3, await answer);
    }

    [Fact]
    public async Task A_caller_does_not_wait_as_long_as_a_unit_may_take_to_warm()
    {
        var answer = calls.CallAsync(Known, _ => new TaskCompletionSource<int>().Task);
        await AdvanceUntilAsync(answer);
        await Assert.ThrowsAsync<TimeoutException>(() => answer);
        Assert.InRange(
            time.GetUtcNow() - DateTimeOffset.UnixEpoch,
            UnitCalls.Patience,
            UnitCalls.Patience + UnitCalls.AnswerTime + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_ledger_that_is_not_available_is_told_at_once()
    {
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => CallAsync(
            Known,
            _ => new LedgerUnavailableException("gone", new InvalidOperationException("closed"))));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_unit_that_this_silo_does_not_know_either_is_told_at_once()
    {
        var unknown = new UnitKey("2023", "99999");
        await Assert.ThrowsAsync<UnknownUnitException>(() => CallAsync(unknown, _ => new UnknownUnitException(unknown)));
        Assert.Equal(1, made);
    }

    private static Exception Failure(string what) => what switch
    {
        "silo died" => new SiloUnavailableException("dead"),
        "no answer" => new TimeoutException("late"),
        "deactivated" => new OperationCanceledException("ended"),
        "unknown there" => new UnknownUnitException(Known),
        "fenced" => new LedgerUnavailableException("fenced", new LedgerFencedException(1, 2)),
        "fenced before" =>
            new LedgerUnavailableException("fenced", new LedgerUnavailableException("fenced", new LedgerFencedException(1, 2))),
        _ => new LedgerUnavailableException("ended", new OperationCanceledException("ended")),
    };

    private Task<int> CallAsync(UnitKey unit, Func<int, Exception?> failure) => calls.CallAsync(
        unit,
        _ => failure(Interlocked.Increment(ref made)) is { } failed ? Task.FromException<int>(failed) : Task.FromResult(made));

    private async Task AdvanceUntilAsync(Task answer)
    {
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(25));
            await Task.Delay(1, patience.Token);
        }
    }
}
