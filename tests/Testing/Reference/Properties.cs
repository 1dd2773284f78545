using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregation.Testing.Reference;

/// <summary>Runs properties; a failure names the smallest counterexample found and the seed that makes it again.</summary>
public static class Properties
{
    /// <summary>The assertion holds for every value.</summary>
    public static void ForAll<T>(Gen<T> values, Action<T> assertion, int tests = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(values.ToArbitrary(), assertion));

    /// <summary>The assertion holds for every sequence; a counterexample is shortened by leaving elements out.</summary>
    public static void ForAllLists<T>(Gen<T> elements, Action<T[]> assertion, int tests = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(Lists(elements), assertion));

    /// <summary>The same, for an assertion that waits.</summary>
    public static void ForAllLists<T>(Gen<T> elements, Func<T[], Task> assertion, int tests = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(Lists(elements), assertion));

    /// <summary>A random order of given things.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private static Arbitrary<T[]> Lists<T>(Gen<T> elements) => Arb.From(elements.ArrayOf(), Shorter);

    private static IEnumerable<T[]> Shorter<T>(T[] list)
    {
        if (list.Length > 2)
        {
            yield return list[..(list.Length / 2)];
            yield return list[(list.Length / 2)..];
        }

        for (var place = 0; place < list.Length; place++)
            yield return [.. list[..place], .. list[(place + 1)..]];
    }
}
