using System.Threading.Tasks;

namespace Aggregation.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="Task{TResult}"/>.</summary>
internal abstract class TaskCall<T> : Call<T>
{
    protected abstract Task<T> InvokeMethod(object instance);

    protected sealed override void Invoke(object instance) => EndAfter(InvokeMethod(instance));

    protected sealed override void Take(Task task) => Result = ((Task<T>)task).Result;
}
