using Orleans.Runtime;

namespace Orleans;

/// <summary>
/// Marks an interface through which grains notify objects that are not grains. Only references made by
/// <see cref="IGrainFactory.CreateObjectReference{TGrainObserverInterface}"/> may be passed to a grain.
/// </summary>
public interface IGrainObserver : IAddressable;
