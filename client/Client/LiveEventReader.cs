using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Client;

/// <summary>Reads Server-Sent Events as the HTML standard describes them, and notices a connection that has died in silence.</summary>
/// <param name="stream">The body of the answer.</param>
/// <param name="silence">How long nothing may come, comments included.</param>
/// <param name="lastId">The id in force when the stream was opened.</param>
internal sealed class LiveEventReader(Stream stream, TimeSpan silence, string? lastId) : IDisposable
{
    private readonly StreamReader reader = new(stream, Encoding.UTF8);
    private string? id = lastId;

    /// <summary>The next event; null at the end of the stream.</summary>
    /// <exception cref="IOException">The connection broke or fell silent.</exception>
    public async Task<LiveEvent?> NextAsync(CancellationToken cancellationToken)
    {
        var type = "message";
        StringBuilder? data = null;
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                if (data is not null)
                    return new LiveEvent(type, id, data.ToString());
                type = "message";
                continue;
            }

            var (field, value) = Split(line);
            if (field == "data")
                data = data is null ? new StringBuilder(value) : data.Append('\n').Append(value);
            else if (field == "event")
                type = value;
            else if (field == "id" && !value.Contains('\0', StringComparison.Ordinal))
                id = value;
        }

        // What came after the last empty line is half an event.
        return null;
    }

    public void Dispose() => reader.Dispose();

    private static (string Field, string Value) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return (line, "");
        var start = colon + 1 < line.Length && line[colon + 1] == ' ' ? colon + 2 : colon + 1;
        return (line[..colon], line[start..]);
    }

    private async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(silence);
        try
        {
            return await reader.ReadLineAsync(patience.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"Nothing came for {silence.TotalSeconds:0} s.", exception);
        }
    }
}
