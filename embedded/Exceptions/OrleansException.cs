using System;

namespace Orleans.Runtime;

/// <summary>The base of the engine's own exceptions.</summary>
[GenerateSerializer]
public class OrleansException : Exception
{
    /// <summary>An error without a message of its own.</summary>
    public OrleansException()
        : base("Unexpected error.")
    {
    }

    /// <summary>An error that says what went wrong.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>An error that says what went wrong and why.</summary>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
