using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Client;

/// <summary>One connection to <c>/live</c>.</summary>
internal sealed class LiveConnection : IDisposable
{
    // The silo sends a comment every 15 s; three missing ones are no accident.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    private readonly HttpResponseMessage answer;
    private readonly LiveEventReader reader;

    private LiveConnection(HttpResponseMessage answer, Stream stream, string? lastId)
    {
        this.answer = answer;
        reader = new LiveEventReader(stream, Silence, lastId);
    }

    /// <summary>Why the stream ended; null if the silo just ended it.</summary>
    public Exception? Reason { get; private set; }

    public static async Task<LiveConnection> OpenAsync(HttpResponseMessage answer, string? lastId, CancellationToken cancellationToken) =>
        new(answer, await answer.Content.ReadAsStreamAsync(cancellationToken), lastId);

    /// <summary>The next event; null when the stream has ended, for whatever <see cref="Reason"/>.</summary>
    public async Task<LiveEvent?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await reader.NextAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            Reason = exception;
            return null;
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        answer.Dispose();
    }
}
