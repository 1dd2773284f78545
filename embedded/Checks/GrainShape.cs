using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>The grain classes with their interfaces, and the observer interfaces, of some assemblies.</summary>
internal sealed record GrainShape(IReadOnlyList<(Type Class, IReadOnlyList<Type> Interfaces)> Classes, IReadOnlyList<Type> Observers)
{
    private static readonly Type[] s_markers =
    [
        typeof(IAddressable), typeof(IGrain), typeof(IGrainObserver), typeof(IGrainWithStringKey), typeof(IGrainWithGuidKey),
        typeof(IGrainWithIntegerKey), typeof(IGrainWithGuidCompoundKey), typeof(IGrainWithIntegerCompoundKey),
    ];

    public static GrainShape Read(IEnumerable<Assembly> assemblies, ICollection<string> faults)
    {
        var types = assemblies.Distinct().SelectMany(static assembly => assembly.GetTypes()).ToList();
        if (types.Count == 0)
            faults.Add("No assembly with grains is given: add one to the options' Assemblies.");
        var classes = types.Where(IsGrainClass)
            .Select(static type => (type, (IReadOnlyList<Type>)[.. type.GetInterfaces().Where(IsCallable)]))
            .ToList();
        return new GrainShape(classes, [.. types.Where(static type => type.IsInterface && typeof(IGrainObserver).IsAssignableFrom(type))]);
    }

    public static bool IsMarker(Type type) => Array.IndexOf(s_markers, type) >= 0;

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false } && typeof(IGrain).IsAssignableFrom(type) && !typeof(GrainReference).IsAssignableFrom(type);

    private static bool IsCallable(Type type) => typeof(IAddressable).IsAssignableFrom(type) && !IsMarker(type);
}
