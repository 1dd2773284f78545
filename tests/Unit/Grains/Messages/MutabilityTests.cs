using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Aggregation.Domain.Reports;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger.Checkpoints;
using Aggregation.Testing;
using Orleans;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Grains.Messages;

/// <summary>Within a silo a message is handed over as it is, without a copy: were it changed afterwards, both sides would see it.</summary>
public sealed class MutabilityTests
{
    private static readonly Type[] Types = [.. WireAssemblies.All.SelectMany(assembly => assembly.GetTypes())];

    // A grain's own state is stored and never sent.
    private static readonly Type[] Stored = [.. Types.Where(typeof(IGrainBase).IsAssignableFrom)
        .SelectMany(grain => grain.GetConstructors()).SelectMany(constructor => constructor.GetParameters())
        .Where(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>() is not null)
        .Select(parameter => parameter.ParameterType.GetGenericArguments()[0])];

    private static readonly Type[] Sent =
        [.. Types.Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null).Except(Stored)];

    private static readonly Type[] Called = [.. Types.Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Concat(method.ReturnType.GetGenericArguments()))];

    public static TheoryData<Type, string> Mutable => new()
    {
        { typeof(WithSetter), "WithSetter.Number can be set." },
        { typeof(WithField), "WithField.number can be set." },
        { typeof(WithArray), "WithArray.Bytes is System.Byte[], which may change." },
        { typeof(WithSets), "WithSets.Sets is System.Collections.Generic.HashSet`1[System.Int32], which may change." },
        { typeof(WithInterface), "WithInterface.Numbers is System.Collections.Generic.IReadOnlyList`1[System.Int32], which may change." },
        { typeof(Deep), "WithSetter.Number can be set." },
        { typeof(Derived), "WithField.number can be set." },
        { typeof(WithField), "WithField is not sealed: what derives from it may change." },
        { typeof(Failure), "Failure.Number can be set." },
        { typeof(Numbers), "System.Collections.Generic.List`1[System.Int32] may change, and a message derives from it." },
        { typeof(StoredCheckpoint), "StoredCheckpoint.Content can be set." },
    };

    [Fact]
    public void No_message_can_be_changed_after_it_was_sent()
    {
        Assert.Contains(typeof(Report), Sent);
        Assert.Contains(typeof(UnknownUnitException), Sent);
        Assert.Contains(typeof(ImmutableArray<ReportOutcome>), Called);
        Assert.Contains(typeof(IRollUpObserver), Called);
        Assert.Equal([typeof(StoredCheckpoint)], Stored);
        Assert.Empty(Mutability.Of(Sent.Concat(Called)));
    }

    [Theory]
    [MemberData(nameof(Mutable))]
    public void What_can_be_changed_is_named(Type message, string line) => Assert.Contains(line, Mutability.Of(message));

    [Fact]
    public void What_cannot_is_not() => Assert.Empty(Mutability.Of(typeof(Fixed)));

    private sealed record WithSetter
    {
        public int Number { get; set; }
    }

    private class WithField
    {
        protected int number;
    }

    private sealed record WithArray(byte[] Bytes);

    private sealed record WithSets(ImmutableArray<HashSet<int>> Sets);

    private sealed record WithInterface(IReadOnlyList<int> Numbers);

    private sealed record Deep(ImmutableArray<Deep> Within, WithSetter? One);

    private sealed class Derived : WithField
    {
        public int Next() => ++number;
    }

    private sealed class Failure : Exception
    {
        public int Number { get; set; }
    }

    private sealed class Numbers : List<int>;

    private readonly record struct Fixed(int? Number, ImmutableArray<Report> Reports, DayOfWeek Day, IUnitGrain Unit, Fixed.Inner? One)
    {
        public sealed record Inner(string Text)
        {
            [NonSerialized]
            private string? length;

            public DateOnly? Day { get; init; }

            public string Length => length ??= $"{Text.Length}";
        }
    }
}
