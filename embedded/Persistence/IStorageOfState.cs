namespace Orleans.Core;

/// <summary>A stored value of a type.</summary>
/// <typeparam name="TState">The value's type: a class that the grain changes, not a message.</typeparam>
public interface IStorage<TState> : IStorage
{
    /// <summary>The value as the grain holds it.</summary>
    TState State { get; set; }
}
