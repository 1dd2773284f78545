using System.Threading.Tasks;

namespace Aggregation.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="ValueTask{TResult}"/>.</summary>
internal abstract class ValueTaskCall<T> : Call<T>
{
    protected abstract ValueTask<T> InvokeMethod(object instance);

    protected sealed override void Invoke(object instance)
    {
        var task = InvokeMethod(instance);
        if (task.IsCompletedSuccessfully)
        {
            Result = task.Result;
            End(failure: null);
        }
        else
        {
            EndAfter(task.AsTask());
        }
    }

    protected sealed override void Take(Task task) => Result = ((Task<T>)task).Result;
}
