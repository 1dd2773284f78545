using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using Aggregation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Serialization;
using Xunit;

namespace Aggregation.Tests.Cluster.Messages;

/// <summary>
/// What silos of two builds say to each other during a rolling upgrade: every message as an earlier build wrote it, in
/// <c>recorded.txt</c>, is read by this one with everything that it said. A line of that file never changes; a message that has got
/// members more gets a line more.
/// </summary>
public sealed class MessageCompatibilityTests : IDisposable
{
    private static readonly Type[] Messages = [.. WireAssemblies.All.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)];
    private static readonly (string Alias, byte[] Bytes, JsonNode Text)[] Recorded =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Messages", "recorded.txt")).Select(Parse)];

    private readonly ServiceProvider services = new ServiceCollection().AddSerializer(builder => WireAssemblies.All.ToList()
        .ForEach(assembly => builder.AddAssembly(assembly))).BuildServiceProvider();

    private Serializer Serializer => services.GetRequiredService<Serializer>();

    public void Dispose() => services.Dispose();

    [Fact]
    public void What_an_earlier_build_wrote_is_read()
    {
        foreach (var (alias, bytes, text) in Recorded)
        {
            var read = Serializer.Deserialize<object>(bytes)!;
            Assert.Equal(alias, AliasOf(read.GetType()));
            Assert.True(
                MessageText.Holds(MessageText.Of(read), text),
                $"{alias} said {text.ToJsonString()} and is read as {MessageText.Of(read)?.ToJsonString()}");
        }
    }

    [Fact]
    public void Every_message_is_recorded_with_all_its_members()
    {
        var recorded = Recorded.Select(line => (line.Alias, line.Text.ToJsonString())).ToHashSet();
        var missing = Messages.Select(type => (Alias: AliasOf(type), Sample: Sample.Of(type)))
            .Where(message => !recorded.Contains((message.Alias, MessageText.Of(message.Sample)!.ToJsonString())))
            .Select(message => $"{message.Alias}\t{Convert.ToBase64String(Serializer.SerializeToArray(message.Sample))}\t"
                + MessageText.Of(message.Sample)!.ToJsonString())
            .ToList();
        Assert.True(missing.Count == 0, "Add to recorded.txt:\n" + string.Join('\n', missing));
    }

    private static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>()!.Alias;

    private static (string Alias, byte[] Bytes, JsonNode Text) Parse(string line)
    {
        var parts = line.Split('\t');
        return (parts[0], Convert.FromBase64String(parts[1]), JsonNode.Parse(parts[2])!);
    }
}
