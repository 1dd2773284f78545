using System;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;

namespace Aggregation.Testing.Cluster;

/// <summary>A page that shows the nation: it connects once and never again.</summary>
public sealed class Viewer : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly Task reading;
    private volatile string version = "";

    private Viewer(HttpResponseMessage response, Stream body)
    {
        this.response = response;
        reading = ReadAsync(body);
    }

    /// <summary>The version that it shows.</summary>
    public string Version => version;

    /// <summary>True once the stream has ended.</summary>
    public bool HasEnded => reading.IsCompleted;

    public static async Task<Viewer> OpenAsync(SiloProcess silo)
    {
        var answer = await silo.Http.GetAsync(new Uri("live?unit=VN", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return new Viewer(answer.EnsureSuccessStatusCode(), await answer.Content.ReadAsStreamAsync());
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        await reading;
    }

    private async Task ReadAsync(Stream body)
    {
        using var lines = new StreamReader(body);
        try
        {
            while (await lines.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                    version = JsonElement.Parse(line[6..]).GetProperty("version").GetString()!;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException
            or HttpRequestException or OperationCanceledException)
        {
            // That is how a stream ends whose silo dies, or whose viewer goes.
        }
    }
}
