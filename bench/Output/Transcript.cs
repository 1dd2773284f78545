using System;
using System.IO;

namespace Aggregation.Bench.Output;

/// <summary>Prints, and keeps what was printed.</summary>
internal sealed class Transcript(string path) : IDisposable
{
    private readonly StreamWriter file = new(path) { AutoFlush = true };

    /// <summary>Where it is kept.</summary>
    public string Path => path;

    /// <summary>Prints text as it is.</summary>
    public void Write(string text)
    {
        Console.Write(text);
        file.Write(text);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
