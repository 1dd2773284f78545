using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

namespace Generated;

/// <content>The API refuses null: what is not stated is not sent.</content>
public partial class AggregationApi
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
}

/// <summary>Uses the client that was generated, as a program of a province would.</summary>
public static class Caller
{
    public static async Task<string> RunAsync(Uri url, string key, string unit)
    {
        using var http = new HttpClient { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var api = new AggregationApi(http);
        var reported = await api.ReportAsync(Batch(unit, "dotnet", 5));
        var dry = await api.ReportAsync(Batch(unit, "dry", 6), dryRun: true);
        var read = await api.GetRollUpAsync(unit, asOf: new DateOnly(2017, 2, 20));
        var listed = await api.GetUnitsAsync(level: Level.Commune, limit: 2);
        string? parent = read.Parent;
        return string.Join(
            ' ',
            reported.Accepted,
            reported.Results[0].Sequence,
            dry.Results[0].Outcome,
            read.Counts["agencies"].Own,
            read.Statuses["committee"].Own,
            parent,
            listed.Items.Count,
            await RefusalAsync(() => api.ReportAsync(Batch(unit, "refused", -1))),
            await RefusalAsync(() => api.GetRollUpAsync("nothing")));
    }

    private static ReportBatch Batch(string unit, string key, long agencies) => new()
    {
        Reports =
        [
            new Report
            {
                Unit = unit,
                IdempotencyKey = key,
                EffectiveOn = new DateOnly(2017, 2, 20),
                Counts = new Dictionary<string, long> { ["agencies"] = agencies },
                Statuses = new Dictionary<string, string> { ["committee"] = "consolidated" },
                Models = [new ReportedModel { Name = "Camera an ninh", Sites = 1 }],
            },
        ],
    };

    private static async Task<string> RefusalAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return "taken";
        }
        catch (ApiException<Problem> refused)
        {
            return $"{refused.StatusCode} {refused.Result.Errors?.FirstOrDefault()?.Pointer}";
        }
    }
}
