using System;
using System.Globalization;

namespace Orleans;

/// <summary>How long a caller of this method waits, instead of the engine's response timeout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute : Attribute
{
    /// <summary>A timeout written as a time span, <c>hh:mm:ss</c>.</summary>
    /// <exception cref="FormatException">The text is no time span.</exception>
    public ResponseTimeoutAttribute(string timeout) => Timeout = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);

    /// <summary>The timeout.</summary>
    public TimeSpan? Timeout { get; init; }
}
