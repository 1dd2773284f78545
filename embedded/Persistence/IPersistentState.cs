using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>
/// A grain's stored state, given to its constructor under <see cref="PersistentStateAttribute"/> and read before
/// <see cref="Grain.OnActivateAsync"/>.
/// </summary>
/// <typeparam name="TState">The state's type: a class with a parameterless constructor.</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;
