using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Xunit;

namespace Aggregation.Tests.Orleans.Calls;

public sealed class CallTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private readonly string key = Gate.NewName();

    private IEchoGrain Echo => silo.Grains.GetGrain<IEchoGrain>(key);

    [Fact]
    public async Task A_call_carries_its_arguments_and_its_result()
    {
        Assert.Equal(new DateOnly(2017, 3, 1), await Echo.Add(new DateOnly(2017, 2, 20), 9));
        var note = new Note("chữ", 1, [Colour.Green, Colour.Red]) { Inner = new Note("", Number: null, []) };
        var sent = await Echo.Send(note);
        Assert.NotNull(sent);
        Assert.Equal(("chữ", 1), (sent.Text, sent.Number));
        Assert.Equal(note.Colours.AsEnumerable(), sent.Colours);
        Assert.Equal(("", null), (sent.Inner?.Text, sent.Inner?.Number));
        Assert.Null(await Echo.Send(null));
    }

    [Fact]
    public async Task A_constructor_gets_the_hosts_services() => Assert.Equal("xin chào", await Echo.Greet());

    [Fact]
    public async Task Keys_differ_by_case()
    {
        Assert.Equal($"{key}A", await silo.Grains.GetGrain<IEchoGrain>($"{key}A").Name());
        Assert.Equal($"{key}a", await silo.Grains.GetGrain<IEchoGrain>($"{key}a").Name());
    }
}
