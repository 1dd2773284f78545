using System;

namespace Orleans.Runtime;

/// <summary>The engine cannot start as it is configured, or a grain asks for what this engine does not do.</summary>
[GenerateSerializer]
public sealed class OrleansConfigurationException : Exception
{
    /// <summary>An error that says what is wrong.</summary>
    public OrleansConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>An error that says what is wrong and why.</summary>
    public OrleansConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
