using System;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Embedded.Activations;
using Aggregation.Embedded.Checks;
using Aggregation.Embedded.Hosting;
using Aggregation.Embedded.Proxies;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.References;

/// <summary>The interfaces that one engine knows.</summary>
internal sealed class InterfaceTable
{
    private readonly ConcurrentDictionary<Type, InterfaceEntry> _observers = new();
    private FrozenDictionary<Type, InterfaceEntry> _grains = FrozenDictionary<Type, InterfaceEntry>.Empty;
    private FrozenDictionary<(GrainClass Class, Type Type), InterfaceEntry> _views = FrozenDictionary<(GrainClass, Type), InterfaceEntry>.Empty;
    private Engine? _engine;

    public IReadOnlyList<GrainClass> Classes { get; private set; } = [];

    public void Load(Engine engine, GrainShape shape)
    {
        _engine = engine;
        var grains = new Dictionary<Type, InterfaceEntry>();
        var views = new Dictionary<(GrainClass, Type), InterfaceEntry>();
        var classes = new List<GrainClass>();
        var shared = new HashSet<Type>();
        foreach (var (type, interfaces) in shape.Classes)
        {
            var grainClass = new GrainClass(engine, type);
            foreach (var one in interfaces)
            {
                var entry = new InterfaceEntry(engine, ProxyEmitter.Emit(one), grainClass);
                views[(grainClass, one)] = entry;
                if (typeof(IGrain).IsAssignableFrom(one))
                {
                    grainClass.Reference ??= entry;
                    if (!grains.TryAdd(one, entry))
                        shared.Add(one);
                }
            }
            classes.Add(grainClass);
        }
        foreach (var one in shared)
            grains.Remove(one);
        foreach (var observer in shape.Interfaces.Where(static one => !typeof(IGrain).IsAssignableFrom(one)))
            OfObserver(observer);
        _grains = grains.ToFrozenDictionary();
        _views = views.ToFrozenDictionary();
        Classes = classes;
    }

    /// <summary>The entry of a grain interface.</summary>
    /// <exception cref="ArgumentException">No grain class implements it.</exception>
    public InterfaceEntry Of(Type type) => _grains.TryGetValue(type, out var entry) ? entry : throw Unknown(type);

    /// <summary>The entry of an interface of a grain type.</summary>
    /// <exception cref="ArgumentException">There is no such grain type, or its class does not implement the interface.</exception>
    public InterfaceEntry Of(GrainType grainType, Type type)
    {
        var grainClass = Classes.FirstOrDefault(one => one.GrainType == grainType)
            ?? throw new ArgumentException($"There is no grain type {grainType}.", nameof(grainType));
        return OfClass(type, grainClass);
    }

    /// <summary>The entry of an interface of a grain class.</summary>
    /// <exception cref="ArgumentException">The class does not implement it.</exception>
    public InterfaceEntry OfClass(Type type, GrainClass grainClass) => _views.TryGetValue((grainClass, type), out var entry)
        ? entry
        : throw new ArgumentException($"{grainClass.Type} does not implement {type}.", nameof(type));

    /// <summary>The entry of an observer interface.</summary>
    public InterfaceEntry OfObserver(Type type) =>
        _observers.GetOrAdd(type, static (type, engine) => new InterfaceEntry(engine, ProxyEmitter.Emit(type), grainClass: null), _engine
            ?? throw new InvalidOperationException("The engine has not started."));

    private ArgumentException Unknown(Type type) => new(
        _engine is null ? $"The engine has not started; there is no {type} yet." : $"There is not one grain class that implements {type}.", nameof(type));
}
