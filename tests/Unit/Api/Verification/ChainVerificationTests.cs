using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Verification;
using Aggregation.Ledger;
using Aggregation.Ledger.Seals;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Ledger;
using FsCheck.Fluent;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Api.Verification;

/// <summary>What is found of changes by hand, whatever the store.</summary>
public sealed class ChainVerificationTests
{
    private const int Rows = 6;

    [Theory, OnSqlite, OnPostgres]
    public async Task An_untouched_ledger_is_clean_however_its_rows_came_to_be(Store store)
    {
        using var ledger = await FilledAsync(store);
        // A group in which one is fenced, an append after a restart, and one behind the signed heads.
        await Task.WhenAll(
            ledger.Open.AppendAsync(1, Rows + 1, Entry(1), Entry(2)),
            Assert.ThrowsAsync<LedgerFencedException>(() => ledger.Open.AppendAsync(2, Rows, Entry(1))),
            ledger.Open.AppendAsync(3, Rows + 1, Entry(1)));
        ledger.Reopen(TestSeal.Options);
        await ledger.Open.AppendAsync(1, Rows + 3, Entry(1, withdraws: 2));
        var verification = await ledger.VerifyAsync();
        Assert.Equal(
            (0, (3 * Rows) + 4, 0, 0),
            (verification.FaultsFound, verification.Rows, verification.Unsealed, verification.PartlyProved));
        Assert.Equal((1, 3), (verification.Heads!.Records, verification.Heads.Units));
        Assert.Empty(verification.Heads.Faults);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Any_one_change_by_hand_is_found_and_named(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.RunAsync("CREATE TABLE saved AS SELECT * FROM report");
        await Task.Run(() => Properties.ForAll(
            HandMade.Any(Rows, ledger.IsSqlite),
            change => AssertFoundAsync(ledger, change).GetAwaiter().GetResult(),
            // What is drawn is the same for both; in a database each takes ten times as long.
            tests: ledger.IsSqlite ? 120 : 40));
        Assert.Equal(0, (await ledger.VerifyAsync()).FaultsFound);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Reports_that_change_hands_with_a_code_are_found(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.RunAsync(
            "UPDATE unit SET code = 'x' WHERE id = 2; UPDATE unit SET code = '02' WHERE id = 3; UPDATE unit SET code = '03' WHERE id = 2");
        Assert.Equal(["2023/02", "2023/03"], (await ledger.FaultsAsync()).Select(fault => fault.Unit).Distinct().Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_cut_off_and_reported_anew_are_found_even_when_heads_are_signed_after_it(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.RunAsync($"DELETE FROM report WHERE unit = 2 AND sequence >= {Rows - 1}");
        ledger.Reopen(TestSeal.Options);
        await ledger.Open.AppendAsync(2, Rows - 1, Entry(71), Entry(72), Entry(73));
        await ledger.SignAsync();
        Assert.Equal([("2023/02", Rows, ChainFault.Replaced)], await ledger.FaultsAsync());
    }

    [Theory, OnSqlite]
    public async Task A_row_with_a_number_that_no_silo_gives_is_found_and_hides_nothing(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.RunAsync(
            "INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, payload) SELECT unit, "
                + $"{long.MaxValue}, effective_on, recorded_at, reporter, 'by-hand', payload FROM report WHERE unit = 2 AND sequence = 1");
        var found = await ledger.VerifyAsync();
        Assert.Equal(1, found.FaultsFound);
        Assert.Equal(
            ("2023/02", long.MaxValue, ChainFault.Changed),
            found.Faults.Select(fault => (fault.Unit, fault.Sequence, fault.Fault)).Single());
        await ledger.RunAsync($"DELETE FROM report WHERE unit = 2 AND sequence = {Rows}");
        Assert.Equal(2, (await ledger.VerifyAsync()).FaultsFound);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_whose_rows_are_all_gone_is_missed_and_what_comes_after_the_heads_is_not(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.Open.AppendAsync(1, Rows + 1, Entry(1));
        await ledger.RunAsync($"DELETE FROM report WHERE unit = 3; DELETE FROM report WHERE unit = 1 AND sequence = {Rows + 1}");
        var fault = Assert.Single((await ledger.VerifyAsync()).Faults);
        Assert.Equal(("2023/03", 1, Rows, ChainFault.Missing), (fault.Unit, fault.Sequence, fault.Through, fault.Fault));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_from_before_the_seals_are_said_to_be_unproved_and_those_after_them_are_proved(Store store)
    {
        using var ledger = await FilledAsync(store);
        await ledger.RunAsync("UPDATE report SET seal = NULL");
        await ledger.RunAsync("DELETE FROM seal_epoch");
        ledger.CloseHeads();
        System.IO.File.Delete(ledger.HeadsPath);
        ledger.Reopen(TestSeal.Options);
        await ledger.Open.AppendAsync(1, Rows + 1, Entry(1), Entry(2));
        await ledger.Open.AppendAsync(4, 1, Entry(1));
        var verification = await ledger.VerifyAsync();
        Assert.Equal((0, 3 * Rows, 3), (verification.FaultsFound, verification.Unsealed, verification.PartlyProved));
        Assert.Equal(
            ["2023/02 7", "2023/03 7", "2023/VN 7"],
            verification.ProvedFrom.Select(from => string.Create(CultureInfo.InvariantCulture, $"{from.Unit} {from.Sequence}")));

        await ledger.RunAsync(
            $"UPDATE report SET payload = '{{}}' WHERE unit = 1 AND sequence >= {Rows}; DELETE FROM report WHERE unit = 2 AND sequence = "
                + $"{Rows}");
        await ledger.RunAsync(
            "INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, payload) SELECT 4, 2, "
                + "effective_on, recorded_at, reporter, idempotency_key, payload FROM report WHERE unit = 3 AND sequence = 1");
        Assert.Equal(
            [("2023/VN", 7, ChainFault.Changed), ("2023/VN", 8, ChainFault.Unproved), ("2023/02", 6, ChainFault.Missing),
            ("2023/04", 2, ChainFault.Unsealed)],
            await ledger.FaultsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ledger_goes_over_to_another_key_and_stays_proved_to_whoever_has_both(Store store)
    {
        using var ledger = await FilledAsync(store);
        ledger.Reopen(TestSeal.Of(TestSeal.Second, TestSeal.First) with { NewEpoch = true });
        await ledger.Open.AppendAsync(1, Rows + 1, Entry(1));
        await ledger.SignAsync();
        Assert.Equal(0, (await ledger.VerifyAsync()).FaultsFound);
        await ledger.RunAsync("UPDATE seal_epoch SET began_at = began_at + 1 WHERE number = 2");
        Assert.Equal([("", 2L, ChainFault.EpochChanged)], await ledger.FaultsAsync());
        await ledger.RunAsync("UPDATE seal_epoch SET began_at = began_at - 1 WHERE number = 2");

        ledger.Reopen(TestSeal.Of(TestSeal.Second));
        var verification = await ledger.VerifyAsync();
        Assert.Equal(3 * Rows, verification.FaultsFound);
        Assert.All(verification.Faults, fault => Assert.Equal(ChainFault.UnknownKey, fault.Fault));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ledger_is_not_opened_with_another_key_or_none(Store store)
    {
        using var ledger = await FilledAsync(store);
        var place = ledger.Open.Place;
        foreach (var (seal, word) in new[]
        {
            (TestSeal.Of(TestSeal.Second), TestSeal.Of(TestSeal.Second).Keys[0].Fingerprint),
            (SealOptions.None, "no key")
        })
        {
            var refusal = Assert.Throws<LedgerStartException>(() => ledger.Reopen(seal)).Message;
            Assert.Contains(word, refusal, StringComparison.Ordinal);
            Assert.Contains(TestSeal.Options.Keys[0].Fingerprint, refusal, StringComparison.Ordinal);
            Assert.Contains(place, refusal, StringComparison.Ordinal);
            Assert.DoesNotContain(TestSeal.Second, refusal, StringComparison.Ordinal);
        }

        ledger.Reopen(TestSeal.Options);
    }

    private static async Task<SealedLedgerFixture> FilledAsync(Store store)
    {
        var ledger = await SealedLedgerFixture.OpenAsync(store);
        for (var sequence = 1; sequence <= Rows; sequence += 2)
            await Task.WhenAll(Enumerable.Range(1, 3).Select(unit => ledger.Open.AppendAsync(
                unit,
                sequence,
                Entry(unit * sequence, key: $"k{sequence}"),
                Entry(sequence, key: $"l{sequence}"))));
        await ledger.SignAsync();
        return ledger;
    }

    private static async Task AssertFoundAsync(SealedLedgerFixture ledger, HandMade change)
    {
        await ledger.RunAsync(change.Sql);
        var faults = (await ledger.FaultsAsync()).ToList();
        await ledger.RunAsync("DELETE FROM report; INSERT INTO report SELECT * FROM saved");
        var named = faults.Select(fault => (fault.Unit, fault.Sequence)).ToHashSet();
        Assert.All(change.Rows, row => Assert.True(
            named.Contains((NameOf(row.Unit), row.Sequence)),
            $"{change.Name}: {NameOf(row.Unit)}/{row.Sequence} is not among {string.Join(", ", faults)}"));
        // Whatever else is named is so only because its predecessor is no longer what it was, or because rows between are not there.
        Assert.All(
            faults.Where(fault => !change.Rows.Contains((IdOf(fault.Unit), fault.Sequence))),
            fault => Assert.True(fault.Fault is ChainFault.Missing or ChainFault.Unproved, $"{change.Name}: {fault}"));
    }

    private static string NameOf(int unit) => unit switch
    {
        1 => "2023/VN",
        <= 4 => $"2023/0{unit}",
        _ => $"#{unit}",
    };

    private static int IdOf(string name) => Enumerable.Range(1, 4).FirstOrDefault(unit => NameOf(unit) == name, name[0] == '#'
        ? int.Parse(name[1..], CultureInfo.InvariantCulture)
        : 0);
}
