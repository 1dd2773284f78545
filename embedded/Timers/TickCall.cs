using Aggregation.Embedded.Calls;

namespace Aggregation.Embedded.Timers;

/// <summary>A tick on its way through its grain's mailbox.</summary>
internal sealed class TickCall : Call
{
    private readonly ITicking _timer;

    public TickCall(ITicking timer, CallMethod method, bool keepsAlive)
    {
        _timer = timer;
        Method = method;
        KeepsAlive = keepsAlive;
        SetUnheard();
    }

    /// <summary>Whether the tick counts as use of the grain.</summary>
    public bool KeepsAlive { get; }

    public override void Deliver()
    {
    }

    protected override void Invoke(object instance) => EndAfter(_timer.TickAsync());
}
