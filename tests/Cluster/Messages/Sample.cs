using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Orleans;

namespace Aggregation.Tests.Cluster.Messages;

/// <summary>A message of any type with something in each of its members, the same every time.</summary>
internal static class Sample
{
    private static readonly MethodInfo ArrayOf = typeof(Sample).GetMethod(nameof(MakeArray), BindingFlags.NonPublic | BindingFlags.Static)!;

    // What an exception says is what its constructor makes of its arguments.
    private static readonly Dictionary<Type, Exception> Exceptions = new Exception[]
    {
        new LedgerUnavailableException("The ledger cannot be read."),
        new LedgerFencedException(7, 11),
        new StaleEditionException("2023", 1, 2),
        new UnitsInUseException("2023"),
        new UnknownUnitException(new UnitKey("2023", "00001")),
    }.ToDictionary(exception => exception.GetType());

    /// <summary>Makes it.</summary>
    public static object Of(Type type) => Of(type, "sample", 1);

    /// <summary>The members that a message carries, by their ids.</summary>
    public static IEnumerable<(uint Id, PropertyInfo Property)> MembersOf(Type type) => type.GetProperties()
        .Select(property => (property.GetCustomAttribute<IdAttribute>(), property))
        .Where(member => member.Item1 is not null)
        .Select(member => (member.Item1!.Id, member.property))
        .OrderBy(member => member.Id);

    private static object Of(Type type, string name, int number)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Exceptions.TryGetValue(type, out var exception))
            return exception;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return ArrayOf.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [name, number])!;
        return type switch
        {
            _ when type == typeof(string) => $"{name} {number}, đã kiện toàn",
            _ when type == typeof(int) => number,
            _ when type == typeof(long) => 1_000_000_000_000L + number,
            _ when type == typeof(bool) => true,
            _ when type == typeof(byte[]) => new byte[] { 1, 2, 255 },
            _ when type == typeof(DateOnly) => new DateOnly(2017, 2, 20).AddDays(number),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2017, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(number),
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            _ => Fill(type),
        };
    }

    private static object Fill(Type type)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var (id, property) in MembersOf(type))
            property.SetValue(made, Of(property.PropertyType, property.Name, (int)id + 1));
        return made;
    }

    private static ImmutableArray<T> MakeArray<T>(string name, int number) =>
        [(T)Of(typeof(T), name, number), (T)Of(typeof(T), name, number + 10)];
}
