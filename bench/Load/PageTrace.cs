using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Aggregation.Bench.Load;

/// <summary>Chromium's own record of what the main threads of its pages do, until it is stopped.</summary>
internal sealed class PageTrace
{
    private static readonly string[] Categories = ["toplevel", "__metadata"];

    private readonly ICDPSession session;
    private readonly List<JsonElement> events = [];
    private readonly TaskCompletionSource isComplete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PageTrace(ICDPSession session)
    {
        this.session = session;
        session.Event("Tracing.dataCollected").OnEvent += (_, data) => events.AddRange(data!.Value.GetProperty("value")
            .EnumerateArray()
            .Select(one => one.Clone()));
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => isComplete.TrySetResult();
    }

    /// <summary>Begins.</summary>
    public static async Task<PageTrace> StartAsync(IBrowser browser)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var trace = new PageTrace(await browser.NewBrowserCDPSessionAsync());
        await trace.session.SendAsync(
            "Tracing.start",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["transferMode"] = "ReportEvents",
                ["traceConfig"] = new { includedCategories = Categories },
            });
        return trace;
    }

    /// <summary>Ends, and says what processor time each task took: on a busy machine its time by the clock says nothing.</summary>
    /// <returns>The tasks of all pages.</returns>
    public async Task<IReadOnlyList<TimeSpan>> StopAsync()
    {
        await session.SendAsync("Tracing.end");
        await isComplete.Task;
        await session.DetachAsync();
        var pages = events.Where(one => Text(one, "name") == "thread_name" && Text(one.GetProperty("args"), "name") == "CrRendererMain")
            .Select(ThreadOf)
            .ToHashSet();
        return [.. events
            .Where(one => Text(one, "ph") == "X"
                && Text(one, "name") == "ThreadControllerImpl::RunTask"
                && pages.Contains(ThreadOf(one))
                && one.TryGetProperty("tdur", out _))
            .Select(one => TimeSpan.FromMicroseconds(one.GetProperty("tdur").GetInt64()))];
    }

    private static (int Process, int Thread) ThreadOf(JsonElement one) =>
        (one.GetProperty("pid").GetInt32(), one.GetProperty("tid").GetInt32());

    private static string? Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
