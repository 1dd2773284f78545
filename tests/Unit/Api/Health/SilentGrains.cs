using System;
using System.Reflection;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Grains.RollUps;
using Orleans;

namespace Aggregation.Tests.Api.Health;

/// <summary>Units that say how new they are, fail, or are silent, as the test has it.</summary>
public class SilentGrains : DispatchProxy
{
    /// <summary>The code of the unit whose calls are lost; null for none.</summary>
    public string? Silent { get; set; }

    /// <summary>What every unit fails with; null where none does.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Makes a factory of them.</summary>
    public static (IGrainFactory Factory, SilentGrains Grains) Make()
    {
        var factory = Create<IGrainFactory, SilentGrains>();
        return (factory, (SilentGrains)(object)factory);
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var unit = Create<IUnitGrain, OneUnit>();
        ((OneUnit)(object)unit).Answer = () => Failure is not null ? Task.FromException<AreaFreshness>(Failure)
            : Silent is { } code && ((string)args![0]!).EndsWith("/"
                + code, StringComparison.Ordinal) ? Task.FromException<AreaFreshness>(new TimeoutException())
            : Task.FromResult(new AreaFreshness(new RollUpVersion(IsWarm: true, new TallyVersion(1, 0)), []));
        return unit;
    }

    /// <summary>One of them.</summary>
    public class OneUnit : DispatchProxy
    {
        /// <summary>What it says.</summary>
        public Func<Task<AreaFreshness>> Answer { get; set; } = null!;

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer();
    }
}
