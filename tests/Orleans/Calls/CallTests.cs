using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Orleans.Calls;

public sealed class CallTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private IEchoGrain Echo => engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());

    [Fact]
    public async Task A_call_carries_its_arguments_and_its_result()
    {
        Assert.Equal(5, await Echo.Add(2, 3));
        Assert.Equal("chữ", await Echo.Text("chữ"));
        Assert.Null(await Echo.Text(null));
        Assert.Equal(11, await Echo.Optional(3));
        var values = (new DateOnly(2017, 2, 20), Guid.NewGuid(), TimeSpan.FromTicks(17));
        Assert.Equal(values, await Echo.Values(values.Item1, values.Item2, values.Item3));
    }

    [Fact]
    public async Task A_call_carries_messages()
    {
        var note = new Note("a", 1, [Colour.Green, Colour.Red]) { Inner = new Note("b", Number: null, []) };
        var sent = await Echo.Send(note);
        Assert.NotNull(sent);
        Assert.Equal("a", sent.Text);
        Assert.Equal(note.Colours.AsEnumerable(), sent.Colours);
        Assert.Equal("b", sent.Inner?.Text);
        Assert.Null(sent.Inner?.Number);
        Assert.Null(await Echo.Send(null));
    }

    [Fact]
    public async Task Methods_may_return_value_tasks()
    {
        Assert.Equal(1, await Echo.Value(1));
        Assert.Equal(2, await Echo.LateValue(2));
        await Echo.NoValue();
        await Echo.Nothing();
    }

    [Fact]
    public async Task Methods_of_a_base_interface_are_called_like_its_own()
    {
        var key = Gate.NewName();
        Assert.Equal(key, await engine.Grains.GetGrain<IEchoGrain>(key).Name());
        Assert.Equal(key, await ((INamed)engine.Grains.GetGrain<IEchoGrain>(key)).Name());
    }

    [Fact]
    public async Task Grains_call_grains_by_references_they_are_given()
    {
        var other = Gate.NewName();
        Assert.Equal($"{other}!", await Echo.Relay(engine.Grains.GetGrain<IEchoGrain>(other), "!"));
    }

    [Fact]
    public async Task A_grain_passes_itself_as_a_reference()
    {
        var key = Gate.NewName();
        var grain = engine.Grains.GetGrain<IEchoGrain>(key);
        Assert.Equal(key, await (await grain.Self()).Name());
        Assert.IsAssignableFrom<GrainReference>(await grain.SelfUncast());
        Assert.Equal(key, await (await grain.SelfUncast()).Name());
        Assert.Equal($"{key}!", await grain.AskSelfOf(Gate.NewName()));
    }

    [Fact]
    public async Task A_constructor_gets_the_hosts_services() => Assert.Equal("xin chào", await Echo.Greet());

    [Fact]
    public async Task Thousands_call_at_once()
    {
        var grains = Enumerable.Range(0, 50).Select(_ => Echo).ToList();
        var calls = Enumerable.Range(0, 5000).Select(i => grains[i % grains.Count].Add(i, i)).ToList();
        Assert.Equal(Enumerable.Range(0, 5000).Select(static i => 2 * i), await Task.WhenAll(calls).Soon());
    }

    [Fact]
    public async Task A_one_way_call_does_not_wait()
    {
        var gate = Gate.NewName();
        await Echo.Tell(gate).Soon();
        await Gate.Of(gate).Entered();
        Gate.Of(gate).Open();
    }

    [Fact]
    public async Task A_one_way_calls_failure_is_lost()
    {
        var gate = Gate.NewName();
        var grain = Echo;
        await grain.TellAndFail(gate).Soon();
        await Gate.Of(gate).Entered();
        Assert.Equal(3, await grain.Add(1, 2));
    }

    [Fact]
    public void References_to_one_grain_are_equal()
    {
        var key = Gate.NewName();
        object one = engine.Grains.GetGrain<IEchoGrain>(key);
        object same = engine.Grains.GetGrain<IEchoGrain>(key);
        object other = engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.Single(new HashSet<object> { one, same });
        Assert.True((GrainReference)one == (GrainReference)same);
        Assert.True((GrainReference)one != (GrainReference)other);
    }

    [Fact]
    public void References_of_different_interfaces_to_one_grain_are_equal()
    {
        var echo = engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());
        Assert.Equal<object>(echo, echo.AsReference<INamed>());
    }

    [Fact]
    public void A_reference_names_its_type_and_its_key()
    {
        var key = Gate.NewName();
        var echo = engine.Grains.GetGrain<IEchoGrain>(key);
        Assert.Equal(key, echo.GetPrimaryKeyString());
        Assert.Contains($"echo/{key}", echo.ToString(), StringComparison.Ordinal);
        Assert.Equal($"echo/{key}", echo.GetGrainId().ToString());
    }

    [Fact]
    public async Task A_grain_is_found_by_its_identity()
    {
        var echo = Echo;
        Assert.Equal(echo.GetPrimaryKeyString(), await engine.Grains.GetGrain<IEchoGrain>(echo.GetGrainId()).Name());
        Assert.Equal(echo.GetPrimaryKeyString(), await ((IEchoGrain)engine.Grains.GetGrain(typeof(IEchoGrain), echo.GetPrimaryKeyString())).Name());
    }

    [Theory]
    [InlineData("2023/00001")]
    [InlineData("a b?c#d%")]
    [InlineData("Hà Nội ❤")]
    public async Task Keys_are_any_text(string key) => Assert.Equal(key, await engine.Grains.GetGrain<IEchoGrain>(key).Name());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_key_is_refused(string key) => Assert.ThrowsAny<ArgumentException>(() => engine.Grains.GetGrain<IEchoGrain>(key));

    [Fact]
    public async Task Keys_differ_by_case()
    {
        var key = Gate.NewName();
        Assert.Equal($"{key}A", await engine.Grains.GetGrain<IEchoGrain>($"{key}A").Name());
        Assert.Equal($"{key}a", await engine.Grains.GetGrain<IEchoGrain>($"{key}a").Name());
    }
}
