using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>The grain classes with their interfaces, and all interfaces of grains and observers, of some assemblies.</summary>
internal sealed record GrainShape(IReadOnlyList<(Type Class, IReadOnlyList<Type> Interfaces)> Classes, IReadOnlyList<Type> Interfaces)
{
    private static readonly Type[] s_markers =
    [
        typeof(IAddressable), typeof(IGrain), typeof(IGrainObserver), typeof(IGrainWithStringKey), typeof(IGrainWithGuidKey),
        typeof(IGrainWithIntegerKey), typeof(IGrainWithGuidCompoundKey), typeof(IGrainWithIntegerCompoundKey),
    ];

    public static GrainShape Read(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.Distinct().SelectMany(static assembly => assembly.GetTypes()).ToList();
        var classes = types.Where(IsGrainClass)
            .Select(static type => (Class: type, Interfaces: (IReadOnlyList<Type>)[.. type.GetInterfaces().Where(IsCallable)]))
            .ToList();
        var interfaces = types.Where(static type => type.IsInterface && IsCallable(type)).Concat(classes.SelectMany(static one => one.Interfaces));
        return new GrainShape(classes, [.. interfaces.Distinct()]);
    }

    /// <summary>The classes that implement an interface.</summary>
    public IEnumerable<Type> ImplementersOf(Type type) => Classes.Where(one => one.Interfaces.Contains(type)).Select(static one => one.Class);

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false } && typeof(IGrain).IsAssignableFrom(type) && !typeof(GrainReference).IsAssignableFrom(type);

    private static bool IsCallable(Type type) => typeof(IAddressable).IsAssignableFrom(type) && Array.IndexOf(s_markers, type) < 0;
}
