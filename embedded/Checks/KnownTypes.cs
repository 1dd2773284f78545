using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>The framework's types that never change, and that Orleans can send.</summary>
internal static class KnownTypes
{
    private static readonly FrozenSet<Type> s_values = new[]
    {
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(Int128), typeof(UInt128), typeof(Half), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(string),
        typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(BigInteger),
        typeof(Uri), typeof(Version), typeof(IPAddress), typeof(GrainId), typeof(GrainType), typeof(IdSpan),
    }.ToFrozenSet();

    private static readonly FrozenSet<Type> s_containers = new[]
    {
        typeof(Nullable<>), typeof(KeyValuePair<,>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>),
        typeof(ImmutableSortedSet<>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>), typeof(ImmutableDictionary<,>),
        typeof(ImmutableSortedDictionary<,>), typeof(FrozenSet<>), typeof(FrozenDictionary<,>), typeof(ValueTuple<>), typeof(ValueTuple<,>),
        typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>),
        typeof(ValueTuple<,,,,,,,>), typeof(Tuple<>), typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>),
    }.ToFrozenSet();

    public static bool IsValue(Type type) => s_values.Contains(type);

    /// <summary>Whether the type never changes when its type arguments never do.</summary>
    public static bool IsContainer(Type type) => type.IsGenericType && s_containers.Contains(type.GetGenericTypeDefinition());

    public static bool IsFramework(Type type)
    {
        var name = type.Assembly.GetName().Name!;
        return name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);
    }
}
