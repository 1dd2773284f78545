using System;
using System.Linq;
using System.Threading;
using Aggregation.Files;
using Aggregation.Files.Marking;
using Aggregation.Testing.Reference;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>Files made to bring a reader down.</summary>
public sealed class HostileFilesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names() => [.. HostileFiles.All.Select(file => file.Name)];

    [Fact]
    public void Are_many() =>
        Assert.InRange(HostileFiles.All.Select(file => file.Name).Distinct(StringComparer.Ordinal).Count(), 60, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_refused_for_what_they_are_and_marked_or_not_but_never_end_the_process(string name)
    {
        var file = HostileFiles.All.Single(file => file.Name == name);
        var content = file.Make();

        var (time, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        var reading = Books.Read(content);
        output.WriteLine(
            $"{(Environment.CpuUsage.TotalTime - time).TotalMilliseconds:F0} ms of processor, "
                + $"{(GC.GetAllocatedBytesForCurrentThread() - allocated) >> 20} MiB allocated: {name}");

        Assert.InRange(content.Length, 1, FileLimits.MaxBytes);
        Assert.Equal(file.Code, reading.Faults is [var first, ..] ? first.Code : null);
        var copy = MarkedFile.Mark(content, [new FileFault(default, "x", "x")], Books.English);
        Assert.True(copy is null || copy.Length > 0);
    }

    [Theory]
    [InlineData("8 Mi line ends")]
    [InlineData("15 million elements")]
    [InlineData("names encoded twice, 8 MiB of them")]
    public void The_reading_ends_when_nobody_waits_for_it_any_more(string name)
    {
        var content = HostileFiles.All.Single(file => file.Name == name).Make();

        Assert.Throws<OperationCanceledException>(() => ReportFile.Read(
            content,
            SeedArea.Small,
            Books.Today,
            Books.English,
            new CancellationToken(canceled: true)));
    }
}
