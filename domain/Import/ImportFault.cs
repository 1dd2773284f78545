using System;
using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Import;

/// <summary>Why one line of a list is refused.</summary>
/// <param name="Line">The line in the file, from 1; 0 for the list as a whole.</param>
/// <param name="Code">One of <see cref="ImportFaultCode"/>.</param>
/// <param name="Arguments">What the sentence names.</param>
[GenerateSerializer, Immutable, Alias("import-fault")]
public sealed record ImportFault(
    [property: Id(0)] int Line,
    [property: Id(1)] string Code,
    [property: Id(2)] ImmutableArray<string> Arguments)
{
    /// <summary>Makes a fault.</summary>
    public static ImportFault At(int line, string code, params ReadOnlySpan<string> arguments) => new(line, code, [.. arguments]);
}
