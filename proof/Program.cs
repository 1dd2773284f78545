using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Proof;
using Aggregation.Testing.Cluster;

// dotnet run --project proof -- [SEED] [FAULTS]: so many faults, drawn by the seed, one after the other under reports that do not pause. After each, what
// was acknowledged must be there once, and every total right within 30 s. Needs Linux, root, iproute2, gcc and PostgreSQL.
var seed = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 12;
const int Reports = 100;

await using var scene = await Scene.MakeAsync();
using var ending = new CancellationTokenSource();
var supervision = scene.Cluster.SuperviseAsync(ending.Token);
var book = new Book();
var random = new Random(seed);
var wrong = 0;
Console.WriteLine($"{"seed",4}  {"fault",-60}  {"longest wait",12}  {"acknowledged",12}  outcome");
for (var number = 0; number < count; number++)
{
    var fault = Faults.All[random.Next(Faults.All.Length)];
    var load = await book.StartAsync(scene.Cluster);
    while (!scene.Cluster.IsWhole)
        await Task.Delay(TimeSpan.FromMilliseconds(100));
    await load.GoOnAsync(Reports);
    await fault.Strike(scene, random);
    await load.GoOnAsync(Reports);
    await Task.Delay(TimeSpan.FromSeconds(12));
    await load.GoOnAsync(Reports);
    await fault.Heal(scene);
    await load.GoOnAsync(Reports);
    await load.StopAsync();
    var outcome = await CheckAsync();
    wrong += outcome == "right" ? 0 : 1;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed,4}  {fault.Name,-60}  {load.LongestWait.TotalSeconds,10:0.0} s  {load.Acknowledged,12}  {outcome}"));
}

await ending.CancelAsync();
await supervision;
Console.WriteLine($"{count} faults, {book.Acknowledged.Count()} reports acknowledged, {wrong} faults after which something was wrong");
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
        catch (Exception exception) when (exception is System.Net.Http.HttpRequestException or OperationCanceledException or InvalidOperationException or Xunit.Sdk.XunitException)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
