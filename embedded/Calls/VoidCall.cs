namespace Aggregation.Embedded.Calls;

/// <summary>A call of an observer's method that returns nothing.</summary>
internal abstract class VoidCall : Call
{
    public sealed override void Deliver()
    {
    }

    protected abstract void InvokeMethod(object instance);

    protected sealed override void Invoke(object instance)
    {
        InvokeMethod(instance);
        End(failure: null);
    }
}
