using System.Reflection;
using Aggregation.Grains.RollUps;
using Orleans;

namespace Aggregation.Tests.Api.Live;

/// <summary>A factory that knows one grain, whatever else the engine's own can do; an observer is its own reference.</summary>
public class OneGrainFactory : DispatchProxy
{
    private IUnitGrain grain = null!;

    /// <summary>Makes it.</summary>
    public static IGrainFactory Of(IUnitGrain grain)
    {
        var factory = Create<IGrainFactory, OneGrainFactory>();
        ((OneGrainFactory)(object)factory).grain = grain;
        return factory;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        "GetGrain" => grain,
        "CreateObjectReference" => args![0],
        _ => null,
    };
}
