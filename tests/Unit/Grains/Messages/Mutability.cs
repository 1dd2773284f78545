using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;
using Orleans.Runtime;

namespace Aggregation.Tests.Grains.Messages;

/// <summary>Finds what somebody could change in a message after it was sent, however deep.</summary>
internal sealed class Mutability
{
    private static readonly HashSet<Type> Values = [typeof(string), typeof(DateOnly), typeof(DateTimeOffset)];
    private static readonly HashSet<Type> Containers = [typeof(Nullable<>), typeof(ImmutableArray<>)];
    private static readonly HashSet<Type> Roots = [typeof(object), typeof(ValueType), typeof(Exception)];

    private readonly HashSet<Type> seen = [];
    private readonly List<string> found = [];

    private Mutability()
    {
    }

    /// <summary>A line for each member that can be changed, and for each type of which nobody knows.</summary>
    /// <param name="messages">The types of messages.</param>
    public static IReadOnlyList<string> Of(params IEnumerable<Type> messages)
    {
        var mutability = new Mutability();
        foreach (var message in messages)
            mutability.Look(message, message.Name);
        return mutability.found;
    }

    private void Look(Type type, string where)
    {
        if (type.IsPrimitive || type.IsEnum || Values.Contains(type) || (type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)))
            return;
        if (type.IsGenericType && Containers.Contains(type.GetGenericTypeDefinition()))
        {
            foreach (var argument in type.GetGenericArguments())
                Look(argument, where);
        }
        else if (!IsOwn(type))
        {
            found.Add($"{where} is {type}, which may change.");
        }
        else if (seen.Add(type))
        {
            if (!type.IsSealed)
                found.Add($"{type.Name} is not sealed: what derives from it may change.");
            LookAtMembers(type);
        }
    }

    // Of an exception, what it adds to any other: their stack and their data are the runtime's.
    private void LookAtMembers(Type type)
    {
        if (Roots.Contains(type))
            return;
        if (!IsOwn(type))
        {
            found.Add($"{type} may change, and a message derives from it.");
            return;
        }

        foreach (var field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            // What is not sent may be kept beside what is: nobody outside the message sees it change.
            if (field.IsDefined(typeof(NonSerializedAttribute)) && field.IsPrivate)
                continue;

            // The field behind a property has the property's name in angle brackets.
            var member = $"{type.Name}.{field.Name.TrimStart('<').Split('>')[0]}";
            if (!field.IsInitOnly)
                found.Add($"{member} can be set.");
            Look(field.FieldType, member);
        }

        LookAtMembers(type.BaseType!);
    }

    private static bool IsOwn(Type type) =>
        !type.IsArray && type.Assembly.GetName().Name!.StartsWith(nameof(Aggregation), StringComparison.Ordinal);
}
