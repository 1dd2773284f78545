namespace Orleans;

/// <summary>What a storage provider reads into and writes from.</summary>
/// <typeparam name="T">The state's type.</typeparam>
public interface IGrainState<T>
{
    /// <summary>The state.</summary>
    T? State { get; set; }

    /// <summary>The version that was read or written last; null when nothing is stored.</summary>
    string? ETag { get; set; }

    /// <summary>Whether the store holds a state.</summary>
    bool RecordExists { get; set; }
}
