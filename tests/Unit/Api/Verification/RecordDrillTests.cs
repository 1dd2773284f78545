using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Verification;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Aggregation.Testing.Postgres;
using Aggregation.Tests.Ledger;
using Aggregation.Tests.Ledger.Postgres;
using Aggregation.Tests.Ledger.Sqlite;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Api.Verification;

/// <summary>Somebody who may write whatever the database holds, and has neither the seal key nor the file of heads.</summary>
public sealed class RecordDrillTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Salt = [1, 2, 3];

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "INSERT INTO access_key (id, salt, hash, edition, unit, role, created_at) SELECT 'by-hand', salt, hash, edition, unit, "
            + "'admin', created_at FROM access_key WHERE id = 'reporter'", RecordKind.Key, "by-hand", ChainFault.Unsealed },
        { "UPDATE access_key SET role = 'admin' WHERE id = 'reporter'", RecordKind.Key, "reporter", ChainFault.Changed },
        { "UPDATE access_key SET unit = 'VN' WHERE id = 'reporter'", RecordKind.Key, "reporter", ChainFault.Changed },
        { "UPDATE access_key SET hash = salt WHERE id = 'admin'", RecordKind.Key, "admin", ChainFault.Changed },
        { "UPDATE access_key SET revoked_at = NULL WHERE id = 'revoked'", RecordKind.Key, "revoked", ChainFault.Changed },
        { "UPDATE access_key SET made_by = 'admin' WHERE id = 'reporter'", RecordKind.Key, "reporter", ChainFault.Changed },
        { "DELETE FROM access_key WHERE id = 'reporter'", RecordKind.Key, "reporter", ChainFault.Missing },
        { "DELETE FROM access_key WHERE id = 'reporter'; DELETE FROM record_mac WHERE id = "
            + "'reporter'", RecordKind.Key, "", ChainFault.Replaced },
        { "UPDATE access_key SET revoked_at = NULL WHERE id = 'revoked'; UPDATE record_mac SET mac = (SELECT mac FROM saved_mac WHERE id "
            + "= 'revoked') WHERE id = 'revoked'", RecordKind.Key, "", ChainFault.Replaced },
        { "UPDATE access_key SET revoked_at = NULL WHERE id = 'revoked'; DELETE FROM record_mac WHERE kind = 'access_key'; INSERT INTO "
            + "record_mac SELECT * FROM saved_mac WHERE kind = 'access_key'; DELETE FROM record_set WHERE kind = 'access_key'; INSERT "
            + "INTO record_set SELECT * FROM saved_set WHERE kind = 'access_key'", RecordKind.Key, "", ChainFault.Replaced },
        { "UPDATE unit SET parent = '03', level = 2 WHERE code = '04'", RecordKind.Edition, "2023", ChainFault.Changed },
        { "UPDATE unit SET parent = code WHERE code = '04'", RecordKind.Edition, "2023", ChainFault.Changed },
        { "UPDATE unit SET name = 'X' WHERE code = '04'", RecordKind.Edition, "2023", ChainFault.Changed },
        { "UPDATE unit SET region = 'X' WHERE code = '04'", RecordKind.Edition, "2023", ChainFault.Changed },
        { "DELETE FROM unit WHERE code = '04'", RecordKind.Edition, "2023", ChainFault.Changed },
        { "INSERT INTO unit SELECT 5, edition, '05', name, kind, level, parent, region, simulated FROM unit WHERE code = "
            + "'04'", RecordKind.Edition, "2023", ChainFault.Changed },
        { "UPDATE edition SET generation = 2", RecordKind.Edition, "2023", ChainFault.Changed },
        { "DELETE FROM mark", RecordKind.Mark, "demonstration", ChainFault.Missing },
        { "DELETE FROM mark; DELETE FROM record_mac WHERE kind = 'mark'", RecordKind.Mark, "", ChainFault.Replaced },
        { "UPDATE mark SET name = 'x'", RecordKind.Mark, "x", ChainFault.Unsealed },
        { "UPDATE administrative_act SET outcome = 'failed' WHERE act = 'verified'", RecordKind.Act, "*", ChainFault.Changed },
        { "UPDATE administrative_act SET figures = '{\"faults\":0}' WHERE act = 'verified'", RecordKind.Act, "*", ChainFault.Changed },
        { "UPDATE administrative_act SET details = '{\"role\":\"viewer\"}', address = '192.0.2.2' WHERE act = "
            + "'verified'", RecordKind.Act, "*", ChainFault.Changed },
        { "DELETE FROM administrative_act WHERE act = 'verified'", RecordKind.Act, "*", ChainFault.Missing },
        { "INSERT INTO administrative_act (at, act, edition, unit, outcome, figures) SELECT at, 'by-hand', edition, unit, outcome, "
            + "figures FROM administrative_act WHERE act = 'verified'", RecordKind.Act, "*", ChainFault.Unsealed },
        { "DELETE FROM record_mac WHERE kind = 'administrative_act' AND id = (SELECT max(id) FROM record_mac WHERE kind = "
            + "'administrative_act'); DELETE FROM administrative_act WHERE number = (SELECT max(number) FROM "
            + "administrative_act)", RecordKind.Act, "", ChainFault.Replaced },
        { "DELETE FROM record_set WHERE kind = 'access_key'", RecordKind.Key, "", ChainFault.Missing },
        { "UPDATE record_set SET version = version + 1 WHERE kind = 'mark'", RecordKind.Mark, "", ChainFault.Changed },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public Task In_sqlite_any_one_change_of_what_is_kept_beside_the_reports_is_named_and_what_it_lets_in_is_refused(
        string sql,
        string kind,
        string id,
        string fault) =>
        ChangeAsync(Store.Sqlite, sql, kind, id, fault);

    [PostgresFact]
    public async Task In_postgresql_it_is_too()
    {
        foreach (var change in Changes)
            await ChangeAsync(Store.Postgres, (string)change[0], (string)change[1], (string)change[2], (string)change[3]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_in_good_order_is_clean_however_often_the_ledger_is_opened(Store store)
    {
        using var ledger = await FilledAsync(store);
        ledger.Reopen(TestSeal.Options);
        await ledger.Open.Access.ReplaceKeyAsync("reporter", new DateOnly(2026, 12, 1), Key("successor", AccessRole.Reporter), default);
        await ledger.Open.Access.RecordUsesAsync([new KeyUse("successor", Now)], default);
        await ledger.Open.Access.RevokeKeyAsync("successor", Now, default);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ledger.Open.Acts.RecordAsync(Act(ActName.KeyMade), default)));
        await ledger.SignAsync();
        Assert.Empty((await ledger.VerifyAsync()).RecordFaults);
        Assert.Equal(
            ["admin", "reporter", "revoked", "successor"],
            (await ledger.Open.Access.LoadKeysAsync(default)).Select(key => key.Id).Order());
        ledger.Reopen(TestSeal.Of(TestSeal.Second, TestSeal.First) with { NewEpoch = true });
        ledger.Reopen(TestSeal.Of(TestSeal.Second));
        Assert.Equal(4, (await ledger.Open.Access.LoadKeysAsync(default)).Length);
        await ledger.SignAsync();
        var verification = await ledger.VerifyAsync();
        Assert.Empty(verification.RecordFaults);
        Assert.Empty(verification.Heads!.Faults.Where(found => found.Fault != "unknown-key"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_put_there_by_hand_is_none(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.Open.Access.AddSessionAsync(new AccessSession([1], "admin", Now.AddHours(1)), 100, default);
        await ledger.RunAsync(
            $"INSERT INTO access_session (token_hash, key_id, expires_at, mac) SELECT {(ledger.IsSqlite ? "x'02'" : "'\\x02'")}, key_id, "
                + "expires_at, mac FROM access_session");
        Assert.Equal([1], Assert.Single(await ledger.Open.Access.LoadSessionsAsync(Now, default)).TokenHash);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fault_stays_whatever_is_written_after_it(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.RunAsync(
            "UPDATE access_key SET revoked_at = NULL WHERE id = 'revoked'; UPDATE record_mac SET mac = (SELECT mac FROM saved_mac WHERE "
                + "id = 'revoked') WHERE id = 'revoked'");
        await ledger.Open.Access.AddKeyAsync(Key("later", AccessRole.Viewer), default);
        await ledger.SignAsync();
        Assert.Contains(
            (await ledger.VerifyAsync()).RecordFaults,
            found => (found.Kind, found.Id, found.Fault) == (RecordKind.Key, "", ChainFault.Replaced));
        ledger.Reopen(TestSeal.Of(TestSeal.Second, TestSeal.First) with { NewEpoch = true });
        Assert.Contains(
            (await ledger.VerifyAsync()).RecordFaults,
            found => (found.Kind, found.Id, found.Fault) == (RecordKind.Key, "", ChainFault.Replaced));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Seals_taken_away_with_their_epoch_are_begun_anew_only_if_somebody_asks_and_then_it_is_recorded(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.RunAsync("UPDATE report SET seal = NULL, payload = '{}'; DELETE FROM seal_epoch");
        var named = await ledger.VerifyAsync();
        Assert.Equal([("2023/VN", 2L, ChainFault.Unsealed)], named.Faults.Select(fault => (fault.Unit, fault.Sequence, fault.Fault)));
        Assert.Equal(["epoch-missing"], named.Heads!.Faults.Select(found => found.Fault));

        var refusal = Assert.Throws<LedgerStartException>(() => ledger.Reopen(TestSeal.Options)).Message;
        Assert.Contains(ledger.HeadsPath, refusal, StringComparison.Ordinal);
        Assert.Contains("Ledger__NewEpoch", refusal, StringComparison.Ordinal);

        ledger.Reopen(TestSeal.Options with { NewEpoch = true });
        var act = (await ledger.Open.Acts.ReadNewestAsync(null, null, null, 1, default))[0];
        Assert.Equal((ActName.SealKeyChanged, 1), (act.Act, act.Figures["asked"]));
        var after = await ledger.VerifyAsync();
        Assert.Equal([("2023/VN", 2L, ChainFault.Unsealed)], after.Faults.Select(fault => (fault.Unit, fault.Sequence, fault.Fault)));
        Assert.Contains(after.Heads!.Faults, found => found.Fault == "epoch-missing");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ledger_of_the_version_before_is_adopted_once_and_held_to_it_from_then_on(Store store)
    {
        using var ledger = await FilledAsync(store, isSigned: false);
        await ledger.RunAsync(ledger.IsSqlite
            ? SqliteDatabaseTests.BackToStepSeven
                + "; ALTER TABLE administrative_act DROP COLUMN address; ALTER TABLE administrative_act DROP COLUMN details"
            : PostgresDatabaseTests.BackToStepSeven);
        ledger.Reopen(TestSeal.Options);
        var adopted = (await ledger.Open.Acts.ReadNewestAsync(null, null, null, 1, default))[0];
        Assert.Equal(ActName.RecordsAdopted, adopted.Act);
        Assert.Equal(
            [(RecordKind.Key, 3), (RecordKind.Act, 3), (RecordKind.Edition, 1), (RecordKind.Mark, 1)],
            adopted.Figures.Select(figure => (figure.Key, (int)figure.Value)));
        Assert.Equal(3, (await ledger.Open.Access.LoadKeysAsync(default)).Length);
        Assert.Single(await ledger.Open.Units.LoadAsync(default));
        await ledger.SignAsync();
        Assert.Empty((await ledger.VerifyAsync()).RecordFaults);

        await ledger.RunAsync("UPDATE access_key SET role = 'admin' WHERE id = 'reporter'");
        ledger.Reopen(TestSeal.Options);
        Assert.DoesNotContain(await ledger.Open.Access.LoadKeysAsync(default), key => key.Id == "reporter");
        // Neither does it help to have it look like the version before once more.
        await ledger.RunAsync("DELETE FROM record_mac; DELETE FROM record_set");
        ledger.Reopen(TestSeal.Options);
        Assert.Empty(await ledger.Open.Access.LoadKeysAsync(default));
        Assert.Contains(
            (await ledger.VerifyAsync()).RecordFaults,
            found => (found.Kind, found.Id, found.Fault) == (RecordKind.Key, "reporter", ChainFault.Unsealed));

        ledger.Reopen(TestSeal.Options with { AdoptRecords = true });
        Assert.Equal(3, (await ledger.Open.Access.LoadKeysAsync(default)).Length);
        Assert.Equal(ActName.RecordsAdopted, (await ledger.Open.Acts.ReadNewestAsync(null, null, null, 1, default))[0].Act);
    }

    private static async Task ChangeAsync(Store store, string sql, string kind, string id, string fault)
    {
        using var ledger = await FilledAsync(store);
        Assert.Empty((await ledger.VerifyAsync()).RecordFaults);
        await ledger.RunAsync(sql);
        var found = (await ledger.VerifyAsync()).RecordFaults;
        Assert.True(
            found.Any(named => named.Kind == kind && named.Fault == fault && (id == "*" ? named.Id.Length > 0 : named.Id == id)),
            $"{sql}: {string.Join(", ", found)}");

        if (fault is not (ChainFault.Changed or ChainFault.Unsealed) || id.Length == 0)
            return;
        if (kind == RecordKind.Key)
            Assert.DoesNotContain(await ledger.Open.Access.LoadKeysAsync(default), key => key.Id == id);
        else if (kind == RecordKind.Edition)
            Assert.Empty(await ledger.Open.Units.LoadAsync(default));
        else if (kind == RecordKind.Act)
            Assert.DoesNotContain(await ledger.Open.Acts.ReadNewestAsync(null, null, null, 100, default), act => act.Act == "by-hand"
                || (fault == ChainFault.Changed && act.Act == ActName.Verified));
    }

    // Three keys, of which one is revoked; what is saved is from before that.
    private static async Task<SealedLedgerFixture> FilledAsync(Store store, bool isSigned = true)
    {
        var ledger = await SealedLedgerFixture.OpenAsync(store);
        await ledger.Open.AppendAsync(1, 1, Entry(1, key: "a"), Entry(2, key: "b"));
        await ledger.Open.ReadMark().SetAsync();
        foreach (var key in new[] { Key(
            "admin",
            AccessRole.Admin), Key("reporter", AccessRole.Reporter) with { Unit = "02" }, Key("revoked", AccessRole.Admin) })
            await ledger.Open.Access.AddKeyAsync(key, default);
        await ledger.RunAsync("CREATE TABLE saved_mac AS SELECT * FROM record_mac; CREATE TABLE saved_set AS SELECT * FROM record_set");
        await ledger.Open.Access.RevokeKeyAsync("revoked", Now, default);
        await ledger.Open.Acts.RecordAsync(Act(ActName.Verified), default);
        if (isSigned)
            await ledger.SignAsync();
        return ledger;
    }

    private static AdministrativeAct Act(string name) =>
        new() { At = Now, Act = name, Edition = "2023", Unit = "VN", Address = "192.0.2.1" };

    private static AccessKey Key(string id, AccessRole role) =>
        new() { Id = id, Salt = Salt, Hash = [4, 5, 6], Edition = "2023", Unit = "VN", Role = role, CreatedAt = Now };
}
