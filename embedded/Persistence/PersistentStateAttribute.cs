using System;

namespace Orleans.Runtime;

/// <summary>Marks the constructor parameter that takes a stored state.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute : Attribute
{
    /// <summary>Names the state and the storage provider.</summary>
    /// <param name="stateName">The state's name, unique in the grain type; empty: the parameter's name.</param>
    /// <param name="storageName">The provider's name; null: the default provider.</param>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <summary>The state's name.</summary>
    public string StateName { get; }

    /// <summary>The storage provider's name; null: the default provider.</summary>
    public string? StorageName { get; }
}
