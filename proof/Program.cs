using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Proof;
using Aggregation.Testing.Cluster;

// dotnet run --project proof -- [SEED] [FAULTS] [WORDS]: so many faults, drawn by the seed from those with these words in their names, one
// after the other under reports that do not pause. After each, what was acknowledged must be there once, and every total right within 30 s.
// What the silos said is kept in artifacts/proof. Needs Linux, root, iproute2, gcc and PostgreSQL.
var seed = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 12;
var faults = Faults.All.Where(fault => args.Length < 3 || fault.Name.Contains(args[2], StringComparison.Ordinal)).ToArray();
const int Reports = 100;
var patience = TimeSpan.FromSeconds(10);

var logs = Directory.CreateDirectory(Path.Combine("artifacts", "proof", seed.ToString(CultureInfo.InvariantCulture))).FullName;
foreach (var old in Directory.EnumerateFiles(logs))
    File.Delete(old);
await using var scene = await Scene.MakeAsync(logs);
using var ending = new CancellationTokenSource();
var supervision = scene.Cluster.SuperviseAsync(ending.Token);
var book = new Book();
var random = new Random(seed);
var wrong = 0;
Console.WriteLine($"{"seed",4}  {"fault",-60}  {"longest wait",12}  {"acknowledged",12}  outcome");
for (var number = 0; number < count; number++)
{
    var fault = faults[random.Next(faults.Length)];
    var load = await book.StartAsync(scene.Cluster);
    var struckAt = DateTime.UtcNow;
    string outcome;
    try
    {
        while (!scene.Cluster.IsWhole)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        await load.GoOnAsync(Reports);
        struckAt = DateTime.UtcNow;
        await fault.Strike(scene, random);
        await load.GoOnAsync(Reports);
        await Task.Delay(TimeSpan.FromSeconds(12));
        await load.GoOnAsync(Reports);
        await fault.Heal(scene);
        await load.GoOnAsync(Reports);
        await load.StopAsync();
        outcome = await CheckAsync();
    }
    catch (Xunit.Sdk.XunitException exception)
    {
        outcome = $"wrong: {exception.Message.ReplaceLineEndings(" ")}";
    }

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{seed,4}  {fault.Name,-60}  {load.LongestWait.TotalSeconds,10:0.0} s  {load.Acknowledged,12}  {outcome}"));
    if (load.LongestWait > patience)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      struck at {struckAt:HH:mm:ss.fff}; the longest wait:"));
        foreach (var sending in load.LongestWay)
            Console.WriteLine($"      {sending}");
    }

    if (outcome != "right")
    {
        wrong++;
        // What follows would only be told of this one.
        break;
    }
}

await ending.CancelAsync();
await supervision;
Console.WriteLine($"{book.Acknowledged.Count()} reports acknowledged, {wrong} faults after which something was wrong; what the silos "
    + $"said: {logs}");
return wrong == 0 ? 0 : 1;

async Task<string> CheckAsync()
{
    var started = Stopwatch.GetTimestamp();
    while (true)
    {
        try
        {
            var http = scene.Cluster.Running.First(silo => !silo.HasExited).Http;
            await Accounts.VerifyAsync(http);
            await Accounts.AgreeAsync(http, book.Acknowledged);
            return "right";
        }
        catch (Exception exception) when (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(60))
        {
            return $"wrong: {exception.Message.ReplaceLineEndings(" ")}";
        }
        catch (Exception exception) when (exception is System.Net.Http.HttpRequestException or OperationCanceledException
            or InvalidOperationException or Xunit.Sdk.XunitException)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
