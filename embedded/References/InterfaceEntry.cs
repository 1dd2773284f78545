using System;
using Aggregation.Embedded.Activations;
using Aggregation.Embedded.Calls;
using Aggregation.Embedded.Hosting;
using Aggregation.Embedded.Proxies;
using Orleans.Runtime;

namespace Aggregation.Embedded.References;

/// <summary>An interface in one engine: how to refer to what implements it.</summary>
internal sealed class InterfaceEntry
{
    private readonly ProxyFactory _create;
    private readonly GrainClass? _class;

    public InterfaceEntry(Engine engine, Proxy proxy, GrainClass? grainClass)
    {
        Engine = engine;
        Type = proxy.Interface;
        Methods = proxy.Methods;
        _create = proxy.Create;
        _class = grainClass;
        GrainType = grainClass?.GrainType ?? ObserverGrainType;
    }

    public static GrainType ObserverGrainType { get; } = GrainType.Create("observer");

    public Engine Engine { get; }

    public Type Type { get; }

    public string Name => Type.FullName!;

    public GrainType GrainType { get; }

    public CallMethod[] Methods { get; }

    public GrainReference Refer(string key, ICallTarget? target) => _create(this, key, target);

    /// <summary>Where the calls to a key go now; makes the activation when there is none.</summary>
    public ICallTarget Find(string key) => _class!.Find(key);

    /// <summary>The entry of another interface of the same grain class.</summary>
    public InterfaceEntry Sibling(Type type) => _class is null
        ? Engine.Interfaces.OfObserver(type)
        : Engine.Interfaces.OfClass(type, _class);

    /// <summary>The grain class, null for an observer.</summary>
    public GrainClass? Class => _class;
}
