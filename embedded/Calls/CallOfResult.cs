using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Aggregation.Embedded.References;
using Orleans.Runtime;

namespace Aggregation.Embedded.Calls;

/// <summary>A call whose caller awaits a result.</summary>
internal abstract class Call<T> : Call
{
    private static readonly bool s_isReference = typeof(IAddressable).IsAssignableFrom(typeof(T));

    private AsyncTaskMethodBuilder<T> _promise = AsyncTaskMethodBuilder<T>.Create();

    /// <summary>What the caller awaits. Made by the first reader, who is the sender.</summary>
    public Task<T> Promise => _promise.Task;

    protected T? Result
    {
        get;
        set => field = s_isReference ? (T?)Addressable.Check(value, typeof(T)) : value;
    }

    public override void Deliver()
    {
        if (Failure is { } failure)
            _promise.SetException(failure);
        else
            _promise.SetResult(Result!);
    }
}
