using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Proxies;
using Orleans;
using Orleans.Concurrency;

namespace Aggregation.Embedded.Checks;

/// <summary>Whether calls through an interface can be made: its key, its methods, and who implements it.</summary>
internal static class InterfaceCheck
{
    private static readonly Type[] s_otherKeys =
    [
        typeof(IGrainWithGuidKey), typeof(IGrainWithIntegerKey), typeof(IGrainWithGuidCompoundKey), typeof(IGrainWithIntegerCompoundKey),
    ];

    public static void Run(Type type, GrainShape shape, MessageCheck messages, ICollection<string> faults)
    {
        if (type.IsGenericType)
        {
            faults.Add($"{type.FullName ?? type.Name} is generic: this engine has no generic grains.");
            return;
        }
        if (typeof(IGrain).IsAssignableFrom(type))
            CheckGrain(type, shape, faults);
        else if (!typeof(IGrainObserver).IsAssignableFrom(type))
            faults.Add($"{type} extends neither {nameof(IGrainWithStringKey)} nor {nameof(IGrainObserver)}: nobody could be called through it.");
        foreach (var method in ProxyEmitter.MethodsOf(type))
            CheckMethod(type, method, messages, faults);
    }

    private static void CheckGrain(Type type, GrainShape shape, ICollection<string> faults)
    {
        if (s_otherKeys.FirstOrDefault(key => key.IsAssignableFrom(type)) is { } other)
            faults.Add($"{type} is an {other.Name}: this engine knows string keys only, extend {nameof(IGrainWithStringKey)}.");
        else if (!typeof(IGrainWithStringKey).IsAssignableFrom(type))
            faults.Add($"{type} says nothing of its key: extend {nameof(IGrainWithStringKey)}.");
        if (shape.Interfaces.Any(other => other != type && type.IsAssignableFrom(other)))
            return;
        var classes = shape.ImplementersOf(type).ToList();
        if (classes.Count == 0)
            faults.Add($"{type} has no grain class that implements it.");
        else if (classes.Count > 1)
            faults.Add($"{type} is implemented by {string.Join(" and ", classes)}: which one is meant?");
    }

    private static void CheckMethod(Type type, MethodInfo method, MessageCheck messages, ICollection<string> faults)
    {
        var name = $"{type}.{method.Name}";
        if (method.IsGenericMethod)
        {
            faults.Add($"{name} is generic: this engine has no generic grain methods.");
            return;
        }
        CheckReturn(type, method, name, messages, faults);
        var parameters = method.GetParameters();
        if (parameters.Count(static one => one.ParameterType == typeof(CancellationToken)) > 1)
            faults.Add($"{name} takes more than one CancellationToken.");
        foreach (var parameter in parameters)
        {
            if (parameter.ParameterType.IsByRef)
                faults.Add($"{name} takes {parameter.Name} by reference: a call can only carry values.");
            else if (parameter.ParameterType != typeof(CancellationToken))
                messages.RunArgument(parameter.ParameterType, $"{name} takes {parameter.Name}");
        }
    }

    private static void CheckReturn(Type type, MethodInfo method, string name, MessageCheck messages, ICollection<string> faults)
    {
        var returned = method.ReturnType;
        var oneWay = method.IsDefined(typeof(OneWayAttribute));
        if (returned == typeof(Task) || returned == typeof(ValueTask) || (returned == typeof(void) && !typeof(IGrain).IsAssignableFrom(type)))
            return;
        if (!returned.IsGenericType || (returned.GetGenericTypeDefinition() != typeof(Task<>) && returned.GetGenericTypeDefinition() != typeof(ValueTask<>)))
            faults.Add($"{name} returns {returned}: a grain's method returns Task, Task<T>, ValueTask or ValueTask<T>.");
        else if (oneWay)
            faults.Add($"{name} is one-way and returns a result that nobody would wait for.");
        else
            messages.RunArgument(returned.GetGenericArguments()[0], $"{name} returns it");
    }
}
