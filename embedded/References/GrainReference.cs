using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Calls;
using Aggregation.Embedded.References;

namespace Orleans.Runtime;

/// <summary>
/// A reference to a grain or to an observer. Two references are equal when they name the same grain, whatever their
/// interfaces.
/// </summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly InterfaceEntry _interface;
    private ICallTarget? _target;

    internal GrainReference(InterfaceEntry entry, string key, ICallTarget? target)
    {
        _interface = entry;
        Key = key;
        _target = target;
    }

    /// <summary>The identity of the grain or observer.</summary>
    public GrainId GrainId => GrainId.Create(_interface.GrainType, IdSpan.Create(Key));

    /// <summary>The name of the interface that this reference implements.</summary>
    public virtual string InterfaceName => _interface.Name;

    internal string Key { get; }

    internal ICallTarget? Target => _target;

    /// <summary>A reference of another interface to the same grain.</summary>
    /// <exception cref="ArgumentException">The grain's class does not implement the interface.</exception>
    public virtual TGrainInterface Cast<TGrainInterface>()
        where TGrainInterface : IAddressable => (TGrainInterface)(object)Cast(typeof(TGrainInterface));

    /// <inheritdoc/>
    public bool Equals(GrainReference? other) => other is not null
        && string.Equals(Key, other.Key, StringComparison.Ordinal)
        && _interface.GrainType.Equals(other._interface.GrainType);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_interface.GrainType, Key);

    /// <inheritdoc/>
    public sealed override string ToString() => $"GrainReference:{GrainId}:{InterfaceName}";

    /// <summary>True when both name the same grain, or both are null.</summary>
    public static bool operator ==(GrainReference? reference1, GrainReference? reference2) =>
        reference1 is null ? reference2 is null : reference1.Equals(reference2);

    /// <summary>True when they name different grains.</summary>
    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);

    internal GrainReference Cast(Type type) => type.IsInstanceOfType(this) ? this : _interface.Sibling(type).Refer(Key, _target);

    /// <summary>Sends a call whose result somebody awaits.</summary>
    internal Task<T> Send<T>(Call<T> call, int method)
    {
        call.Method = _interface.Methods[method];
        var promise = call.Promise;
        Dispatch(call);
        return promise;
    }

    /// <summary>Sends a call that stops waiting, and tells the grain, when <paramref name="cancellation"/> says so.</summary>
    internal Task<T> Send<T>(Call<T> call, int method, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        call.Method = _interface.Methods[method];
        var promise = call.Promise;
        call.CancelWith(cancellation);
        Dispatch(call);
        return promise;
    }

    /// <summary>Sends a call whose end nobody awaits.</summary>
    internal void Post(Call call, int method)
    {
        call.Method = _interface.Methods[method];
        call.SetUnheard();
        Dispatch(call);
    }

    private void Dispatch(Call call)
    {
        var engine = _interface.Engine;
        call.Send(engine);
        if (!engine.Admits(call))
        {
            call.Refuse(new SiloUnavailableException($"The engine is stopping and takes no more calls from outside: {call.Describe()}."));
            return;
        }
        var target = _target ??= _interface.Find(Key);
        while (!target.Receive(call))
            target = _target = _interface.Find(Key);
    }
}
