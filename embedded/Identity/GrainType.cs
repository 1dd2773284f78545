using System;

namespace Orleans.Runtime;

/// <summary>The name of a kind of grain: of the class that implements it, not of its interface.</summary>
public readonly struct GrainType : IEquatable<GrainType>
{
    private readonly IdSpan _value;

    private GrainType(IdSpan value) => _value = value;

    /// <summary>The name as a span.</summary>
    public IdSpan Value => _value;

    /// <summary>True when there is no name.</summary>
    public bool IsDefault => _value.IsDefault;

    /// <summary>Makes the grain type called <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static GrainType Create(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new GrainType(IdSpan.Create(value));
    }

    /// <inheritdoc/>
    public bool Equals(GrainType other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _value.ToString();

    /// <summary>True when both have the same name.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>True when their names differ.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}
