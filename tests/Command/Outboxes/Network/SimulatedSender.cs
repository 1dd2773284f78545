using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Tests.Command.Outboxes.Network;

/// <summary>
/// Knows when the one who sends has nothing left to do but wait for the clock: it pauses, or its request lies still
/// somewhere in the network. Only then may the clock go on.
/// </summary>
/// <param name="clock">The clock.</param>
public sealed class SimulatedSender(SimulatedClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly object turn = new();
    private int pauses;
    private int numbers;
    private string current = "";
    private bool isHeld;
    private bool isGone;

    /// <summary>The clock for its pauses between requests.</summary>
    public TimeProvider Pauses => new Watched(this, (change, _) => Note(() => pauses += change));

    /// <summary>The clock for how long it waits for an answer.</summary>
    public TimeProvider Timeouts => new Watched(this, (_, rang) => Note(() => isHeld &= !rang));

    /// <summary>The network's word on a request.</summary>
    public void Hold(string number, bool held) => Note(() => isHeld = number == current ? held : isHeld);

    /// <summary>Numbers what is sent.</summary>
    public DelegatingHandler MakeHandler() => new Numbering(this);

    /// <summary>Says whether there is nobody who sends.</summary>
    public void SetGone(bool gone) => Note(() => (isGone, current, isHeld) = (gone, "", false));

    /// <summary>Lets the clock go on to the next moment, once nobody does anything else.</summary>
    public bool GoOn()
    {
        lock (turn)
        {
            while (!(isGone || pauses > 0 || isHeld))
            {
                if (!Monitor.Wait(turn, Patience))
                    throw new TimeoutException("Whoever sends neither pauses nor waits for an answer.");
            }
        }

        return clock.GoOn();
    }

    private void Note(Action change)
    {
        lock (turn)
        {
            change();
            Monitor.PulseAll(turn);
        }
    }

    private sealed class Watched(SimulatedSender sender, Action<int, bool> tell) : TimeProvider
    {
        public override long TimestampFrequency => sender.ClockOf().TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => sender.ClockOf().GetUtcNow();

        public override long GetTimestamp() => sender.ClockOf().GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isOver = 0;
            void End(bool rang)
            {
                if (Interlocked.Exchange(ref isOver, 1) == 0)
                    tell(-1, rang);
            }

            var inner = sender.ClockOf().CreateTimer(
                _ =>
                {
                    End(rang: true);
                    callback(state);
                },
                null,
                dueTime,
                period);
            // Only now can the clock go on to it.
            tell(1, false);
            return new Ended(inner, () => End(rang: false));
        }
    }

    private sealed class Ended(ITimer inner, Action end) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(dueTime, period);

        public void Dispose()
        {
            inner.Dispose();
            end();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private SimulatedClock ClockOf() => clock;

    private sealed class Numbering(SimulatedSender sender) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref sender.numbers).ToString(CultureInfo.InvariantCulture);
            request.Headers.Add(PoorNetwork.NumberHeader, number);
            sender.Note(() => (sender.current, sender.isHeld) = (number, false));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
