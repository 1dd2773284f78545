using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Client;
using Aggregation.Contracts;

var url = new Uri(Environment.GetEnvironmentVariable("AGGREGATION_URL") ?? "http://127.0.0.1:8080");
using var client =
    new AggregationClient(new AggregationClientOptions { Url = url, Key = Environment.GetEnvironmentVariable("AGGREGATION_KEY") });

var nation = await client.GetRollUpAsync("VN");
Console.WriteLine(string.Join("; ", nation.Headlines.Where(headline => headline.Level == "province").Select(headline => headline.Text)));
await foreach (var unit in client.GetOutstandingAsync("VN", new OutstandingQuery { Indicator = "committee", Level = "province" }))
    Console.WriteLine($"{unit.Code} {unit.Name}: {unit.State}");

// Sent again with the same key, also by another process days later, a report counts once.
var report = new Report
{
    Unit = "01",
    IdempotencyKey = "hn-2017-000123",
    EffectiveOn = new DateOnly(2017, 2, 20),
    Counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["residential-areas"] = 12 },
};
var receipt = await client.SubmitAsync(new ReportBatch([report]));
Console.WriteLine($"{receipt.Accepted} accepted, {receipt.Duplicates} repeated");

await foreach (var rollUp in client.WatchAsync(["VN"]).Take(1))
    Console.WriteLine($"{rollUp.Name}: {rollUp.Counts["residential-areas"].Total} residential areas");
