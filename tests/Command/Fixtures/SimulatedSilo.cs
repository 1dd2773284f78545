using System;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Command.Fixtures;

/// <summary>A silo on simulated units, shared by the tests of a class.</summary>
public sealed class SimulatedSilo : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private SiloProcess? silo;

    public Uri Url => silo!.Url;

    /// <summary>Runs the command against it.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => CommandProcess.RunAsync(Url, arguments);

    /// <summary>Runs the command, which must succeed, and asserts the shape of its JSON.</summary>
    public async Task<System.Text.Json.JsonElement> JsonAsync(string schema, params string[] arguments)
    {
        var result = await RunAsync([.. arguments, "--json"]);
        Assert.True(result.ExitCode == 0, $"{result.ExitCode}: {result.Output}{result.Errors}");
        return Schema.Matches(schema, result.Output);
    }

    public async Task InitializeAsync() => silo = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));

    public async Task DisposeAsync()
    {
        await silo!.DisposeAsync();
        folder.Dispose();
    }
}
