using System;
using System.Collections.Generic;
using System.Reflection;
using Aggregation.Embedded.Activations;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>Whether a grain class can be constructed, and asks for nothing that this engine lacks.</summary>
internal static class GrainClassCheck
{
    public static void Run(Type type, GrainServices services, ICollection<string> faults)
    {
        if (type.IsGenericTypeDefinition)
            faults.Add($"{type.FullName} is generic: this engine has no generic grains.");
        if (type.IsDefined(typeof(StatelessWorkerAttribute)))
            faults.Add($"{type} is a stateless worker: this engine has one activation of a key only.");
        if (type.IsDefined(typeof(MayInterleaveAttribute)))
            faults.Add($"{type} is marked [MayInterleave]: this engine decides interleaving by [AlwaysInterleave], [ReadOnly] and [Reentrant] only.");
        if (!typeof(IGrainBase).IsAssignableFrom(type))
            faults.Add($"{type} implements a grain interface but derives neither from {nameof(Grain)} nor from {nameof(IGrainBase)}.");
        if (type.GetConstructors().Length == 0)
        {
            faults.Add($"{type} has no public constructor.");
            return;
        }
        foreach (var parameter in GrainConstructor.Choose(type).GetParameters())
            CheckParameter(type, parameter, services, faults);
    }

    private static void CheckParameter(Type type, ParameterInfo parameter, GrainServices services, ICollection<string> faults)
    {
        var wanted = parameter.ParameterType;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
        {
            if (!wanted.IsGenericType || wanted.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            {
                faults.Add($"{type}'s constructor takes the state {parameter.Name} as {wanted}: take IPersistentState<T>.");
                return;
            }
            var stored = wanted.GetGenericArguments()[0];
            if (!stored.IsValueType && stored.GetConstructor(Type.EmptyTypes) is null)
                faults.Add($"{stored}, a state of {type}, has no public parameterless constructor.");
            if (!services.HasStorage(state.StorageName))
            {
                faults.Add(state.StorageName is null
                    ? $"{type}'s state {parameter.Name} wants the default storage provider and none is registered."
                    : $"{type}'s state {parameter.Name} wants the storage provider \"{state.StorageName}\" and none is registered.");
            }
        }
        else if (wanted != typeof(IGrainContext) && wanted != typeof(IGrainFactory) && !parameter.HasDefaultValue
            && !parameter.IsDefined(typeof(FromKeyedServicesAttribute)) && !services.Has(wanted))
        {
            faults.Add($"{type}'s constructor takes {parameter.Name}, a {wanted}, and no such service is registered.");
        }
    }
}
