using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Processes.Files;

/// <summary>Files made to bring a silo down, sent to one that has little memory.</summary>
public sealed class HostileFilesTests(ITestOutputHelper output)
{
    private const string HeapLimit = "0x20000000";
    private const string Stranger = "unknown-unit";

    [Fact]
    public async Task A_silo_of_512_MiB_lives_through_all_of_them_answers_others_meanwhile_and_says_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync(folder.File("ledger.db"), ("DOTNET_GCHeapHardLimit", HeapLimit));
        using var stop = new CancellationTokenSource();
        // Neither with the key that sends the files, which waits for itself, nor on a thread of the test's own, which makes them meanwhile.
        using var stranger = new HttpClient { BaseAddress = silo.Http.BaseAddress };
        var others = Task.Run(() => AskAsync(stranger, stop.Token));

        foreach (var file in HostileFiles.All)
        {
            var (status, text) = await PostAsync(silo, file.Make());

            Assert.True(status is HttpStatusCode.UnprocessableEntity, $"{file.Name}: {(int)status} {text}");
            // This silo's list of units is another one: where that is found first, it is what is told.
            Assert.True(text.Contains(file.Code ?? Stranger, StringComparison.Ordinal)
                || text.Contains(Stranger, StringComparison.Ordinal), $"{file.Name}: {text}");
        }

        await stop.CancelAsync();
        var waits = await others;
        waits.Sort();
        output.WriteLine(
            $"{waits.Count} answers to others; p50 {waits[waits.Count / 2]:F0} ms, p99 {waits[waits.Count * 99 / 100]:F0} ms, longest "
                + $"{waits[^1]:F0} ms");
        Assert.False(silo.HasExited);
        Assert.NotEmpty(waits);
    }

    [Fact]
    public async Task A_silo_that_reads_them_ends_when_it_is_told_to()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync(folder.File("ledger.db"));
        var content = HostileFiles.All.Single(file => file.Name == "two million rows of nothing").Make();
        var sent = Enumerable.Range(0, 4).Select(_ => TryPostAsync(silo, content)).ToArray();

        Assert.Equal(0, await silo.StopAsync());
        await Task.WhenAll(sent);
    }

    private static async Task<List<double>> AskAsync(HttpClient stranger, CancellationToken stop)
    {
        var waits = new List<double>();
        while (!stop.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await stranger.GetAsync(new Uri("units/VN", UriKind.Relative), CancellationToken.None);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }

        return waits;
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(SiloProcess silo, byte[] content)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var answer = await silo.Http.PostAsync(new Uri("reports/file?dryRun=true", UriKind.Relative), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task TryPostAsync(SiloProcess silo, byte[] content)
    {
        try
        {
            await PostAsync(silo, content);
        }
        catch (HttpRequestException)
        {
            // It is gone before it could say so.
        }
    }
}
