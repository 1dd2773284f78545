using System.Threading.Tasks;

namespace Aggregation.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="Task"/>.</summary>
internal abstract class TaskCall : Call<Nothing>
{
    protected abstract Task InvokeMethod(object instance);

    protected sealed override void Invoke(object instance) => EndAfter(InvokeMethod(instance));
}
