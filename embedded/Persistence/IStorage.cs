using System.Threading;
using System.Threading.Tasks;

namespace Orleans.Core;

/// <summary>A stored value's lifecycle, whatever its type.</summary>
public interface IStorage
{
    /// <summary>The version that was read or written last; null when nothing is stored.</summary>
    string? Etag { get; }

    /// <summary>Whether the store holds a value.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the value from the store.</summary>
    /// <exception cref="Orleans.Storage.InconsistentStateException">Somebody else wrote since it was read.</exception>
    Task ClearStateAsync();

    /// <summary>Writes the value to the store.</summary>
    /// <exception cref="Orleans.Storage.InconsistentStateException">Somebody else wrote since it was read.</exception>
    Task WriteStateAsync();

    /// <summary>Reads the value from the store; what was not written is lost.</summary>
    Task ReadStateAsync();

    /// <summary>Removes the value from the store.</summary>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <summary>Writes the value to the store.</summary>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <summary>Reads the value from the store; what was not written is lost.</summary>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}
