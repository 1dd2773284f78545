using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;
using Aggregation.Embedded.Hosting;
using Aggregation.Embedded.References;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Aggregation.Embedded.Activations;

/// <summary>A grain class in one engine, and the catalogue of its activations.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);
    private readonly Func<string, Activation> _activate;

    public GrainClass(Engine engine, Type type)
    {
        Engine = engine;
        Type = type;
        GrainType = NameOf(type);
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        BeatsToIdle = engine.Beats(AgeOf(type) ?? engine.Options.CollectionAge);
        Construct = GrainConstructor.Compile(type);
        _activate = key => new Activation(this, key);
    }

    public Engine Engine { get; }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    /// <summary>How long an activation is idle before it is collected, in the engine's time.</summary>
    public int BeatsToIdle { get; }

    public Func<Activation, object> Construct { get; }

    /// <summary>The interface of references that name none.</summary>
    public InterfaceEntry Reference { get; set; } = null!;

    public ICollection<Activation> Activations => _activations.Values;

    public int Count => _activations.Count;

    public bool IsEmpty => _activations.IsEmpty;

    public static GrainType NameOf(Type type)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>() is { } named)
            return GrainType.Create(named.GrainType);
        var name = type.Name.ToLowerInvariant();
        return GrainType.Create(name.Length > 5 && name.EndsWith("grain", StringComparison.Ordinal) ? name[..^5] : name);
    }

    /// <summary>The activation of a key; a new one when there is none.</summary>
    public Activation Find(string key) => _activations.GetOrAdd(key, _activate);

    /// <summary>Forgets an activation that has ended.</summary>
    public void Remove(Activation activation) => _activations.TryRemove(new(activation.Key, activation));

    public IEnumerable<Activation> Enumerate()
    {
        foreach (var (_, activation) in _activations)
            yield return activation;
    }

    private static TimeSpan? AgeOf(Type type)
    {
        if (type.IsDefined(typeof(KeepAliveAttribute)))
            return TimeSpan.MaxValue;
        var limit = type.GetCustomAttribute<CollectionAgeLimitAttribute>();
        return limit is { AlwaysActive: true } ? TimeSpan.MaxValue : limit?.AgeLimit;
    }
}
