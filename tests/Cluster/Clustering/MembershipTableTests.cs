using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Orleans;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Cluster.Clustering;

/// <summary>What Orleans' clustering expects of the membership tables, asked through Orleans.</summary>
public sealed class MembershipTableTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 8, 30, 15, DateTimeKind.Utc);

    [PostgresFact]
    public async Task A_silo_that_has_started_is_an_active_member()
    {
        await using var silo = await LoneSilo.StartAsync();
        var (member, _) = Assert.Single((await silo.Membership.ReadAllAsync(CancellationToken.None)).Members);
        Assert.Equal(SiloStatus.Active, member.Status);
        Assert.Equal(DateTimeKind.Utc, member.IAmAliveTime.Kind);
    }

    [PostgresFact]
    public async Task A_member_is_read_as_it_was_written()
    {
        await using var silo = await LoneSilo.StartAsync();
        var written = Entry(7001);
        Assert.True(await silo.Membership.InsertRowAsync(written, await VersionAsync(silo), CancellationToken.None));
        written.Status = SiloStatus.ShuttingDown;
        written.SuspectTimes = [Tuple.Create(written.SiloAddress, Now)];
        Assert.True(await silo.Membership.UpdateRowAsync(
            written,
            await EtagAsync(silo, written),
            await VersionAsync(silo),
            CancellationToken.None));

        var (read, _) = Assert.Single((await silo.Membership.ReadRowAsync(written.SiloAddress, CancellationToken.None)).Members);
        Assert.Equal(written.ToFullString(), read.ToFullString());
        Assert.Equal(written.SuspectTimes, read.SuspectTimes);
        Assert.Equal((written.ProxyPort, written.StartTime), (read.ProxyPort, read.StartTime));
    }

    [PostgresFact]
    public async Task A_change_from_an_old_picture_is_refused_and_changes_nothing()
    {
        await using var silo = await LoneSilo.StartAsync();
        var old = await VersionAsync(silo);
        var entry = Entry(7001);
        Assert.True(await silo.Membership.InsertRowAsync(entry, old, CancellationToken.None));
        var before = await silo.Membership.ReadAllAsync(CancellationToken.None);
        var etag = await EtagAsync(silo, entry);

        Assert.False(await silo.Membership.InsertRowAsync(Entry(7002), old, CancellationToken.None));
        Assert.False(await silo.Membership.UpdateRowAsync(entry, etag, old, CancellationToken.None));
        Assert.False(await silo.Membership.InsertRowAsync(entry, before.Version.Next(), CancellationToken.None));
        Assert.False(await silo.Membership.UpdateRowAsync(Entry(7003), etag, before.Version.Next(), CancellationToken.None));

        var after = await silo.Membership.ReadAllAsync(CancellationToken.None);
        Assert.Equal(before.Version.Version, after.Version.Version);
        Assert.Equal(2, after.Members.Count);
    }

    [PostgresFact]
    public async Task Of_many_changes_from_one_picture_one_is_made()
    {
        await using var silo = await LoneSilo.StartAsync();
        var version = await VersionAsync(silo);
        var made = await Task.WhenAll(
            Enumerable.Range(7001, 12).Select(port => silo.Membership.InsertRowAsync(Entry(port), version, CancellationToken.None)));
        Assert.Single(made, true);
        Assert.Equal(2, (await silo.Membership.ReadAllAsync(CancellationToken.None)).Members.Count);
    }

    [PostgresFact]
    public async Task A_sign_of_life_moves_the_time_and_not_the_version()
    {
        await using var silo = await LoneSilo.StartAsync();
        var entry = Entry(7001);
        await silo.Membership.InsertRowAsync(entry, await VersionAsync(silo), CancellationToken.None);
        var before = (await silo.Membership.ReadAllAsync(CancellationToken.None)).Version.Version;
        entry.IAmAliveTime = Now.AddSeconds(2);
        await silo.Membership.UpdateIAmAliveAsync(entry, CancellationToken.None);
        var after = await silo.Membership.ReadRowAsync(entry.SiloAddress, CancellationToken.None);
        Assert.Equal(before, after.Version.Version);
        Assert.Equal(Now.AddSeconds(2), after.Members[0].Item1.IAmAliveTime);
    }

    [PostgresFact]
    public async Task Of_an_unknown_silo_there_is_the_version_alone()
    {
        await using var silo = await LoneSilo.StartAsync();
        var read = await silo.Membership.ReadRowAsync(Entry(7001).SiloAddress, CancellationToken.None);
        Assert.Empty(read.Members);
        Assert.Equal((await silo.Membership.ReadAllAsync(CancellationToken.None)).Version.Version, read.Version.Version);
    }

    [PostgresFact]
    public async Task What_is_cleaned_up_are_the_long_dead()
    {
        await using var silo = await LoneSilo.StartAsync();
        var (dead, lately, stale) = (Entry(7001), Entry(7002), Entry(7003));
        dead.Status = lately.Status = SiloStatus.Dead;
        lately.IAmAliveTime = Now.AddDays(2);
        foreach (var entry in new[] { dead, lately, stale })
            Assert.True(await silo.Membership.InsertRowAsync(entry, await VersionAsync(silo), CancellationToken.None));
        await silo.Membership.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(Now.AddDays(1)), CancellationToken.None);
        var left = (await silo.Membership.ReadAllAsync(CancellationToken.None)).Members.Select(member =>
            member.Item1.SiloAddress.Endpoint.Port);
        Assert.Equal([7002, 7003], left.Where(port => port is > 7000 and < 7004).Order());
    }

    private static async Task<string> EtagAsync(LoneSilo silo, MembershipEntry entry) =>
        Assert.Single((await silo.Membership.ReadRowAsync(entry.SiloAddress, CancellationToken.None)).Members).Item2;

    private static async Task<TableVersion> VersionAsync(LoneSilo silo) =>
        (await silo.Membership.ReadAllAsync(CancellationToken.None)).Version.Next();

    private static MembershipEntry Entry(int port) => new()
    {
        SiloAddress = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, port), 1),
        SiloName = "silo",
        HostName = "host",
        // Not one that the others would ask for a vote or a probe.
        Status = SiloStatus.Created,
        ProxyPort = port + 1000,
        StartTime = Now,
        IAmAliveTime = Now,
    };
}
