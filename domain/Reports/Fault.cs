using System;
using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>One thing wrong with an input. The sentence is made from the code and the arguments in the reader's language.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
/// <param name="Code">What, one of <see cref="FaultCode"/>.</param>
/// <param name="Arguments">What the sentence names: the value found, what would be right.</param>
[GenerateSerializer, Immutable, Alias("fault")]
public sealed record Fault(
    [property: Id(0)] string Pointer,
    [property: Id(1)] string Code,
    [property: Id(2)] ImmutableArray<string> Arguments)
{
    /// <summary>True for what is only unusual: it stops nothing that its sender confirms.</summary>
    [Id(3)]
    public bool IsWarning { get; init; }

    /// <summary>Makes a fault.</summary>
    public static Fault At(string pointer, string code, params ReadOnlySpan<string> arguments) => new(pointer, code, [.. arguments]);

    /// <summary>The same fault seen from further up: <c>/reports/3</c> + <c>/counts/agencies</c>.</summary>
    public Fault Under(string prefix) => this with { Pointer = prefix + Pointer };
}
