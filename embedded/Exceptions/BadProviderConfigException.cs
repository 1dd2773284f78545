using System;

namespace Orleans.Storage;

/// <summary>A grain names a storage provider that is not registered.</summary>
public sealed class BadProviderConfigException : Orleans.Runtime.OrleansException
{
    /// <summary>An error that says which provider is missing.</summary>
    public BadProviderConfigException(string msg)
        : base(msg)
    {
    }

    /// <summary>An error that says which provider is missing and why.</summary>
    public BadProviderConfigException(string msg, Exception exc)
        : base(msg, exc)
    {
    }
}
