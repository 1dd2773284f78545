using System;
using System.Threading;

namespace Aggregation.Embedded.Hosting;

/// <summary>The engine's coarse time: ends calls that took too long and activations that nobody uses.</summary>
internal sealed class Heartbeat(Engine engine, TimeSpan period) : IDisposable
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private int _count;
    private int _collectAt;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Fine enough for the shortest of the times, and for a second.</summary>
    public static TimeSpan PeriodFor(EmbeddedEngineOptions options)
    {
        var shortest = new[] { options.ResponseTimeout / 10, options.CollectionAge / 10, options.CollectionQuantum, TimeSpan.FromSeconds(1) };
        var period = TimeSpan.MaxValue;
        foreach (var time in shortest)
        {
            if (time > TimeSpan.Zero && time < period)
                period = time;
        }
        return period < TimeSpan.FromMilliseconds(10) ? TimeSpan.FromMilliseconds(10) : period;
    }

    public void Start()
    {
        using (ExecutionContext.SuppressFlow())
            _timer = engine.Time.CreateTimer(static heartbeat => ((Heartbeat)heartbeat!).Beat(), this, period, period);
    }

    public void Dispose() => _timer?.Dispose();

    private void Beat()
    {
        // A beat that takes longer than a period must not be joined by the next one.
        if (!_gate.TryEnter())
            return;
        try
        {
            var now = Interlocked.Increment(ref _count);
            EndLateCalls(now);
            if (now - _collectAt >= 0)
            {
                _collectAt = now + engine.Beats(engine.Options.CollectionQuantum) - 1;
                Collect(now);
            }
        }
        catch (Exception failure)
        {
            engine.Log.HeartbeatFailed(failure);
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void EndLateCalls(int now)
    {
        foreach (var call in engine.Calls())
        {
            var timeout = call.Method.Timeout ?? engine.Options.ResponseTimeout;
            if (now - call.SentAt < engine.Beats(timeout))
                continue;
            engine.Log.CallTimedOut(call.Describe(), timeout);
            call.Refuse(new TimeoutException($"Response did not arrive on time in {timeout} for {call.Describe()}."));
        }
    }

    private void Collect(int now)
    {
        foreach (var activation in engine.Activations())
            activation.CollectIfIdle(now);
        engine.Observers.Sweep();
    }
}
