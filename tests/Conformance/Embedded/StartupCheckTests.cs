using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Embedded;
using Aggregation.Tests.Conformance.Faulty;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Conformance.Embedded;

public sealed class StartupCheckTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<string[]>> s_faults = new(() => StartAsync(static options => options.Assemblies.Add(typeof(TalkingGrain).Assembly)));

    [Theory]
    [InlineData("IGuidGrain is an IGrainWithGuidKey", "string keys only")]
    [InlineData("IOrphanGrain", "no grain class")]
    [InlineData("ITwiceGrain is implemented by", "OnceGrain", "TwiceGrain")]
    [InlineData("WorkerGrain is a stateless worker", "one activation")]
    [InlineData("UndecidedGrain", "[MayInterleave]")]
    [InlineData("IGenericGrain", "generic")]
    [InlineData("Faulty.GenericGrain", "generic")]
    [InlineData("BaselessGrain", "Grain", "IGrainBase")]
    [InlineData("ISynchronousGrain.Count returns System.Int32", "Task")]
    [InlineData("ISynchronousGrain.Tell returns System.Void")]
    [InlineData("ISynchronousGrain.Stream returns", "IAsyncEnumerable")]
    [InlineData("ISynchronousGrain.Any is generic")]
    [InlineData("ISynchronousGrain.By takes number by reference")]
    [InlineData("ISynchronousGrain.Shout is one-way")]
    [InlineData("NeedyGrain's constructor takes service", "MissingService", "no such service")]
    [InlineData("NeedyGrain's constructor takes the state odd", "IPersistentState<T>")]
    [InlineData("NeedyGrain's state state", "\"missing\"", "registered")]
    [InlineData("Unconstructible", "parameterless constructor")]
    [InlineData("state name \"shared\" is used twice", "NeedyGrain", "SharingGrain")]
    [InlineData("Faulty.Unmarked is sent", "ITalkingGrain.Send takes message", "lacks [GenerateSerializer]")]
    [InlineData("Unmarked.Number lacks an [Id]")]
    [InlineData("Changing.Number can be changed")]
    [InlineData("Changing.Same has the same [Id(0)] as Number")]
    [InlineData("Changing.Unnumbered lacks an [Id]")]
    [InlineData("Changing.Array", "System.Int32[]", "ImmutableArray")]
    [InlineData("Changing.List", "List", "ImmutableArray")]
    [InlineData("Changing.Thing", "System.Object")]
    [InlineData("UnmarkedColour is sent", "lacks [GenerateSerializer]")]
    [InlineData("Changing.Grain", "argument of its own")]
    [InlineData("Square.Side can be changed")]
    [InlineData("UnmarkedException", "lose its type")]
    [InlineData("ITalkingWatcher.Hear takes numbers", "IReadOnlyList")]
    [InlineData("ITalkingGrain.Both takes texts", "System.String[]")]
    [InlineData("ITalkingGrain.Both takes nested", "Dictionary")]
    [InlineData("ITalkingGrain.Concretely takes grain", "by their interface")]
    public async Task Each_fault_has_its_sentence(params string[] parts)
    {
        var faults = await s_faults.Value;
        output.WriteLine(string.Join('\n', faults));
        Assert.Contains(faults, fault => parts.All(part => fault.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_else_is_a_fault() => Assert.Equal(37, (await s_faults.Value).Length);

    [Fact]
    public async Task Options_that_make_no_sense_are_faults()
    {
        var faults = await StartAsync(static options => options.ResponseTimeout = TimeSpan.Zero);
        Assert.Contains(faults, static fault => fault.Contains("ResponseTimeout", StringComparison.Ordinal));
        Assert.Contains(faults, static fault => fault.Contains("Assemblies is empty", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reference_before_the_start_is_refused()
    {
        using var provider = new ServiceCollection().AddEmbeddedEngine(static _ => { }).BuildServiceProvider();
        var refused = Assert.ThrowsAny<ArgumentException>(() => provider.GetRequiredService<IGrainFactory>().GetGrain<ITalkingGrain>("a"));
        Assert.Contains("not started", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string[]> StartAsync(Action<EmbeddedEngineOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddEmbeddedEngine(configure);
        using var host = builder.Build();
        var refused = await Assert.ThrowsAsync<OrleansConfigurationException>(() => host.StartAsync());
        return refused.Message.Split("\n- ")[1..];
    }
}
