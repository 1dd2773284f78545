using System.Threading.Tasks;

namespace Aggregation.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="ValueTask"/>.</summary>
internal abstract class ValueTaskCall : Call<Nothing>
{
    protected abstract ValueTask InvokeMethod(object instance);

    protected sealed override void Invoke(object instance)
    {
        var task = InvokeMethod(instance);
        if (task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult();
            End(failure: null);
        }
        else
        {
            EndAfter(task.AsTask());
        }
    }
}
