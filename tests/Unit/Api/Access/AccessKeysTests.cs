using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Api.Keys;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Aggregation.Tests.Api.Access;

public sealed class AccessKeysTests : IDisposable
{
    private readonly MemoryActStore acts = new();
    private readonly MemoryAccessStore store = new();
    private readonly ManualTime time = new(new DateTimeOffset(2017, 2, 20, 0, 0, 0, TimeSpan.Zero));
    private readonly AccessKeys keys;
    private readonly AccessSessions sessions;
    private readonly string folder = Directory.CreateTempSubdirectory("aggregation-").FullName;
    private readonly string path;

    public AccessKeysTests()
    {
        keys = new AccessKeys(store, time);
        sessions = new AccessSessions(store, keys, new LimitSettings { SessionsPerKey = 3 }, time);
        path = Path.Combine(folder, "admin.key");
    }

    public void Dispose()
    {
        sessions.Dispose();
        keys.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_key_is_good_to_the_end_of_its_last_day_in_vietnam()
    {
        var (key, text) = await keys.MakeAsync(
            new NewAccessKey("2023", "01", AccessRole.Reporter) { ExpiresOn = new DateOnly(2017, 2, 20) },
            CancellationToken.None);
        time.Advance(TimeSpan.FromHours(17) - TimeSpan.FromSeconds(1));
        Assert.True(keys.IsGood(key));
        Assert.NotNull(await keys.AuthenticateAsync(text, CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(keys.IsGood(key));
        Assert.Null(await keys.AuthenticateAsync(text, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_stored_tells_the_key()
    {
        var (key, text) = await keys.MakeAsync(new NewAccessKey("2023", "01", AccessRole.Reporter), CancellationToken.None);
        Assert.Equal(key.Id, KeyText.IdOf(text));
        Assert.DoesNotContain(text, store.Keys[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(text, Encoding.UTF8.GetString(store.Keys[0].Hash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_made_or_revoked_elsewhere_is_seen()
    {
        using var elsewhere = new AccessKeys(store, time);
        await keys.RefreshAsync(CancellationToken.None);
        var (key, text) = await elsewhere.MakeAsync(new NewAccessKey("2023", "01", AccessRole.Reporter), CancellationToken.None);
        Assert.NotNull(await keys.AuthenticateAsync(text, CancellationToken.None));
        await elsewhere.RevokeAsync(key.Id, CancellationToken.None);
        await keys.RefreshAsync(CancellationToken.None);
        Assert.Null(await keys.AuthenticateAsync(text, CancellationToken.None));
    }

    [Fact]
    public async Task A_session_lasts_twelve_hours_survives_a_restart_and_ends_with_its_key()
    {
        var (key, _) = await keys.MakeAsync(new NewAccessKey("2023", "01", AccessRole.Viewer), CancellationToken.None);
        var token = await sessions.BeginAsync(key, CancellationToken.None);
        time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        using var restarted = new AccessSessions(store, keys, new LimitSettings { SessionsPerKey = 3 }, time);
        Assert.NotNull(await restarted.AuthenticateAsync(token, CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await restarted.AuthenticateAsync(token, CancellationToken.None));

        var another = await sessions.BeginAsync(key, CancellationToken.None);
        Assert.NotNull(await sessions.AuthenticateAsync(another, CancellationToken.None));
        await keys.RevokeAsync(key.Id, CancellationToken.None);
        Assert.Null(await sessions.AuthenticateAsync(another, CancellationToken.None));
    }

    [Fact]
    public async Task A_key_has_so_many_sessions_and_the_next_one_ends_the_oldest()
    {
        var (key, _) = await keys.MakeAsync(new NewAccessKey("2023", "01", AccessRole.Viewer), CancellationToken.None);
        var tokens = new string[5];
        for (var number = 0; number < tokens.Length; number++)
        {
            tokens[number] = await sessions.BeginAsync(key, CancellationToken.None);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, store.Sessions.Count);
        var isOpen =
            await Task.WhenAll(tokens.Select(async token => await sessions.AuthenticateAsync(token, CancellationToken.None) is not null));
        Assert.Equal([false, false, true, true, true], isOpen);
    }

    [Fact]
    public async Task A_wrong_key_and_a_wrong_cookie_read_no_table()
    {
        await keys.RefreshAsync(CancellationToken.None);
        var scans = store.Scans;
        for (var call = 0; call < 10; call++)
        {
            Assert.Null(await keys.AuthenticateAsync(KeyText.Make().Key, CancellationToken.None));
            Assert.Null(await sessions.AuthenticateAsync(new string('A', 42) + call, CancellationToken.None));
        }

        Assert.Equal(scans, store.Scans);
    }

    [Fact]
    public async Task The_first_start_writes_a_key_for_the_owner_alone_and_the_second_makes_none()
    {
        await Admin().EnsureAsync(null, path, CancellationToken.None);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var key = await keys.AuthenticateAsync((await File.ReadAllTextAsync(path)).Trim(), CancellationToken.None);
        Assert.Equal(("VN", AccessRole.Admin), (key!.Unit, key.Role));
        await Admin().EnsureAsync(null, path, CancellationToken.None);
        Assert.Single(store.Keys);
    }

    [Fact]
    public async Task A_set_key_is_admin_until_another_one_is_set()
    {
        const string One = "one-key-of-more-than-thirty-two-letters";
        const string Other = "other-key-of-more-than-thirty-two-letters";
        await Admin().EnsureAsync(One, path, CancellationToken.None);
        await Admin().EnsureAsync(One, path, CancellationToken.None);
        Assert.Single(store.Keys);
        Assert.NotNull(await keys.AuthenticateAsync(One, CancellationToken.None));
        await Admin().EnsureAsync(Other, path, CancellationToken.None);
        Assert.Null(await keys.AuthenticateAsync(One, CancellationToken.None));
        Assert.NotNull(await keys.AuthenticateAsync(Other, CancellationToken.None));
        Assert.False(File.Exists(path));
        await Admin().EnsureAsync(null, path, CancellationToken.None);
        Assert.True(File.Exists(path));
        Assert.Null(await keys.AuthenticateAsync(Other, CancellationToken.None));
    }

    [Fact]
    public async Task A_set_key_that_was_revoked_stays_revoked_whatever_is_set()
    {
        const string One = "one-key-of-more-than-thirty-two-letters";
        await Admin().EnsureAsync(One, path, CancellationToken.None);
        await keys.RevokeAsync(store.Keys[0].Id, CancellationToken.None);
        await Admin().EnsureAsync(One, path, CancellationToken.None);
        Assert.Single(store.Keys);
        Assert.Null(await keys.AuthenticateAsync(One, CancellationToken.None));

        const string Other = "other-key-of-more-than-thirty-two-letters";
        await Admin().EnsureAsync(Other, path, CancellationToken.None);
        await Admin().EnsureAsync(One, path, CancellationToken.None);
        Assert.NotNull(await keys.AuthenticateAsync(Other, CancellationToken.None));
        Assert.Null(await keys.AuthenticateAsync(One, CancellationToken.None));
    }

    [Fact]
    public async Task What_the_silo_does_to_keys_by_itself_is_recorded_once()
    {
        await Admin().EnsureAsync("one-key-of-more-than-thirty-two-letters", path, CancellationToken.None);
        await Admin().EnsureAsync("other-key-of-more-than-thirty-two-letters", path, CancellationToken.None);
        await Admin().EnsureAsync("other-key-of-more-than-thirty-two-letters", path, CancellationToken.None);
        Assert.Equal(
            [(ActName.KeyMade, store.Keys[0].Id), (ActName.KeyRevoked, store.Keys[0].Id), (ActName.KeyMade, store.Keys[1].Id)],
            acts.Recorded);
    }

    [Fact]
    public async Task A_key_and_its_successor_are_both_good_until_the_overlap_ends()
    {
        var wanted = new NewAccessKey("2023", "01", AccessRole.Reporter);
        var (old, oldText) = await keys.MakeAsync(wanted, CancellationToken.None);
        var withdrawn = 0;
        keys.Withdrawn += (_, _) => withdrawn++;
        var replaced = await keys.ReplaceAsync(old, new DateOnly(2017, 2, 21), wanted, CancellationToken.None);
        Assert.Equal(1, withdrawn);
        var (successor, text) = Assert.NotNull(replaced);
        Assert.Equal(successor.Id, (await keys.FindAsync(old.Id, CancellationToken.None))!.ReplacedBy);
        Assert.NotNull(await keys.AuthenticateAsync(oldText, CancellationToken.None));
        Assert.NotNull(await keys.AuthenticateAsync(text, CancellationToken.None));
        time.Advance(TimeSpan.FromHours(24 + 17));
        Assert.Null(await keys.AuthenticateAsync(oldText, CancellationToken.None));
        Assert.NotNull(await keys.AuthenticateAsync(text, CancellationToken.None));
    }

    [Fact]
    public async Task A_key_that_another_silo_has_replaced_is_not_replaced_again()
    {
        var wanted = new NewAccessKey("2023", "01", AccessRole.Reporter);
        var (old, _) = await keys.MakeAsync(wanted, CancellationToken.None);
        using var elsewhere = new AccessKeys(store, time);
        var there = Assert.NotNull(await elsewhere.ReplaceAsync(old, new DateOnly(2017, 2, 21), wanted, CancellationToken.None));
        Assert.Null(await keys.ReplaceAsync(old, new DateOnly(2017, 2, 22), wanted, CancellationToken.None));
        Assert.Equal(there.Key.Id, (await keys.FindAsync(old.Id, CancellationToken.None))!.ReplacedBy);
        Assert.Equal(2, store.Keys.Count);
    }

    [Fact]
    public async Task Whoever_is_told_of_withdrawals_is_not_told_of_new_keys()
    {
        var withdrawn = 0;
        keys.Withdrawn += (_, _) => withdrawn++;
        var (key, _) = await keys.MakeAsync(new NewAccessKey("2023", "01", AccessRole.Reporter), CancellationToken.None);
        await keys.MakeAsync(new NewAccessKey("2023", "01", AccessRole.Viewer), CancellationToken.None);
        await keys.RefreshAsync(CancellationToken.None);
        Assert.Equal(0, withdrawn);
        await keys.RevokeAsync(key.Id, CancellationToken.None);
        Assert.Equal(1, withdrawn);
        await keys.RefreshAsync(CancellationToken.None);
        Assert.Equal(1, withdrawn);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("nineteen-characters")]
    [InlineData("twenty characters with spaces")]
    public async Task A_set_key_that_is_weak_stops_the_start_and_is_not_repeated(string setting)
    {
        var exception = await Assert.ThrowsAsync<StartUpException>(() => Admin().EnsureAsync(setting, path, CancellationToken.None));
        Assert.StartsWith("Security:AdminKey", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(setting, exception.Message, StringComparison.Ordinal);
    }

    private AdminKey Admin()
    {
        var registry = new UnitRegistry("2023");
        registry.Publish(Trees.Small());
        return new AdminKey(keys, acts, registry, TimeProvider.System, NullLogger<AdminKey>.Instance);
    }
}
