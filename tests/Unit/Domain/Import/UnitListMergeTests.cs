using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Aggregation.Domain.Import;
using Aggregation.Domain.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Import;

public sealed class UnitListMergeTests
{
    [Fact]
    public void A_first_list_makes_the_first_generation()
    {
        var (outcome, edition) = Merge(null, Rows(Trees.Small()), nextId: 40);
        Assert.Empty(outcome.Faults);
        Assert.Equal((12, 0, 0), (outcome.Added, outcome.Renamed, outcome.Unchanged));
        Same.Items([1, 2, 4, 5], outcome.Levels);
        Assert.Equal(1, edition!.Generation);
        Assert.False(edition.Simulated);
        Same.Items(Trees.Small().Units.Select(unit => unit.Code), edition.Units.Select(unit => unit.Code));
        Same.Items(Enumerable.Range(40, 12), edition.Units.Select(unit => unit.Id).Order());
    }

    [Fact]
    public void The_same_list_again_changes_nothing()
    {
        var edition = Trees.Small(generation: 5);
        var (outcome, changed) = Merge(edition, Rows(edition));
        Assert.Null(changed);
        Assert.Empty(outcome.Faults);
        Assert.Equal((0, 0, 12), (outcome.Added, outcome.Renamed, outcome.Unchanged));
        Same.Items([1, 2, 4, 5], outcome.Levels);
    }

    [Fact]
    public void What_was_merged_once_changes_nothing_when_merged_again() => Properties.ForAll(
        Gen.Choose(0, int.MaxValue),
        seed =>
        {
            var rows = Properties.Shuffled(Rows(Trees.Small()), seed).Take(1 + (seed % 12)).ToList();
            for (var place = 0; place < rows.Count; place++)
                rows[place] = rows[place] with { Name = rows[place].Name + (place % 2), Region = place % 3 == 0 ? "Tây Bắc" : null };
            var (_, merged) = Merge(Trees.Small(generation: 3), rows, renames: true);
            Assert.Equal(4, merged!.Generation);
            var (again, unchanged) = Merge(merged, rows, renames: false);
            Assert.Null(unchanged);
            Assert.Equal((0, 0, rows.Count), (again.Added, again.Renamed, again.Unchanged));
        });

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Properties.ForAll(
        Gen.Choose(0, int.MaxValue),
        seed =>
        {
            var current = new Edition("2023", 3, Trees.SmallUnits().Where(unit => unit.Parent != "001"));
            var rows = Rows(Trees.Small()).Select((row, place) => row with { Name = place == 3 ? "Tên mới" : row.Name }).ToList();
            var (expected, inOrder) = Merge(current, rows, renames: true);
            var (outcome, shuffled) = Merge(current, Properties.Shuffled(rows, seed), renames: true);
            Assert.Equal((expected.Added, expected.Renamed, expected.Unchanged), (outcome.Added, outcome.Renamed, outcome.Unchanged));
            Same.Items(inOrder!.Units.Select(unit => unit with { Id = 0 }), shuffled!.Units.Select(unit => unit with { Id = 0 }));
            foreach (var unit in current.Units)
                Assert.Equal(unit.Id, shuffled.Find(unit.Code)!.Id);
        });

    [Fact]
    public void What_the_list_does_not_name_stays_with_its_id()
    {
        var current = Trees.Small(generation: 7);
        var (outcome, edition) = Merge(current, [Row(2, "00200", "commune", "002", "Xã mới")]);
        Assert.Equal((1, 0, 0), (outcome.Added, outcome.Renamed, outcome.Unchanged));
        Assert.Equal(8, edition!.Generation);
        Assert.Equal("Xã mới", edition.Find("00200")!.Name);
        foreach (var unit in current.Units)
            Assert.Equal(unit, edition.Find(unit.Code));
        Same.Items([1, 2, 4, 6], outcome.Levels);
    }

    [Fact]
    public void A_list_may_name_children_before_their_parents_and_skip_a_level()
    {
        var (outcome, edition) = Merge(
            null,
            [Row(2, "00001", "commune", "01"), Row(3, "01", "province", "VN"), Row(4, "VN", "nation", "")]);
        Assert.Empty(outcome.Faults);
        Same.Items([1, 1, 0, 1], outcome.Levels);
        Assert.Equal(1, edition!.CountBelow(edition.IndexOf("01"), Trees.Commune));
    }

    [Theory]
    [InlineData("Tây Bắc", null, "Tây Bắc")]
    [InlineData("Tây Bắc", "Tây Nguyên", "Tây Nguyên")]
    [InlineData("Tây Bắc", "", null)]
    [InlineData(null, "Tây Bắc", "Tây Bắc")]
    public void A_region_changes_only_where_the_list_says_so(string? before, string? listed, string? after)
    {
        var current = new Edition("2023", 1, Trees.SmallUnits().Select(unit => unit.Code == "01" ? unit with { Region = before } : unit));
        var (outcome, edition) = Merge(current, [RowOf(current.Find("01")!, 2) with { Region = listed }], renames: true);
        Assert.Equal(before == after ? 0 : 1, outcome.Renamed);
        Assert.Equal(after, (edition ?? current).Find("01")!.Region);
    }

    [Fact]
    public void The_first_official_list_replaces_the_simulated_units()
    {
        var current = Simulated();
        var (outcome, edition) = Merge(current, Rows(Trees.Small()), nextId: 100);
        Assert.Empty(outcome.Faults);
        Assert.Equal(2, edition!.Generation);
        Assert.False(edition.Simulated);
        Assert.Null(edition.Find("S01-001"));
        Assert.Equal(current.Find("48")!.Id, edition.Find("48")!.Id);
        Assert.Equal((9, 0, 3), (outcome.Added, outcome.Renamed, outcome.Unchanged));
        Same.Items([1, 2, 4, 5], outcome.Levels);
    }

    [Fact]
    public void The_first_official_list_ends_the_simulation_even_if_it_adds_nothing()
    {
        var (outcome, edition) = Merge(Simulated(), [RowOf(Trees.Small().Find("01")!, 2)]);
        Assert.Equal((0, 0, 1), (outcome.Added, outcome.Renamed, outcome.Unchanged));
        Assert.Equal(2, edition!.Generation);
        Assert.Equal(3, edition.Units.Length);
    }

    [Fact]
    public void The_first_official_list_may_spell_the_provinces_its_own_way()
    {
        var rows = Rows(Trees.Small()).Select(row => row.Level == "province" ? row with { Name = "Tỉnh " + row.Code } : row);
        var (outcome, edition) = Merge(Simulated(), rows);
        Assert.Empty(outcome.Faults);
        Assert.Equal("Tỉnh 48", edition!.Find("48")!.Name);
    }

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(2, false, false)]
    [InlineData(2, true, true)]
    public void More_than_one_percent_of_renames_needs_leave(int renames, bool leave, bool taken)
    {
        var current = OfSize(100);
        var rows = Rows(current).Select((row, place) => place >= 10 && place < 10 + renames ? row with { Name = "Tên mới" } : row);
        var (outcome, edition) = Merge(current, rows, renames: leave);
        Assert.Equal(taken, edition is not null);
        if (taken)
            Assert.Equal(renames, outcome.Renamed);
        else
            AssertFault(Assert.Single(outcome.Faults), 0, ImportFaultCode.TooManyRenames, "2", "100");
    }

    [Fact]
    public void A_new_kind_is_a_rename()
    {
        var current = OfSize(100);
        var (outcome, edition) = Merge(current, Rows(current).Select((row, place) => place < 5 ? row with { Kind = "Thị xã" } : row));
        Assert.Null(edition);
        AssertFault(Assert.Single(outcome.Faults), 0, ImportFaultCode.TooManyRenames, "5", "100");
    }

    [Fact]
    public void Moves_and_regions_are_not_held_for_renames()
    {
        var current = OfSize(100);
        var (outcome, edition) = Merge(
            current,
            Rows(current).Select((row, place) => row.Level == "commune" ? row with { Parent = "002" }
                : row.Level == "province" ? row with { Region = "Tây Bắc" }
                : row),
            moves: true);
        Assert.Empty(outcome.Faults);
        Assert.Equal(96, edition!.ChildrenOf(edition.IndexOf("002")).Length);
        Assert.Equal(97, outcome.Renamed);
    }

    [Fact]
    public void A_move_needs_leave()
    {
        var current = OfSize(1000);
        var moved = RowOf(current.Find("00100")!, 7) with { Parent = "002" };
        var (refused, nothing) = Merge(current, [moved]);
        Assert.Null(nothing);
        AssertFault(Assert.Single(refused.Faults), 7, ImportFaultCode.Moved, "00100", "001", "002");

        var (outcome, edition) = Merge(current, [moved], moves: true);
        Assert.Equal(1, outcome.Renamed);
        Assert.Equal(edition!.IndexOf("002"), edition.ParentOf(edition.IndexOf("00100")));
        Assert.Equal(current.Find("00100")!.Id, edition.Find("00100")!.Id);
        Assert.Equal(current.Generation + 1, edition.Generation);
    }

    [Fact]
    public void A_unit_that_moves_takes_what_is_below_it_along()
    {
        var current = Trees.Small();
        var (_, edition) = Merge(current, [RowOf(current.Find("001")!, 2) with { Parent = "48" }], moves: true);
        var province = edition!.IndexOf("48");
        Assert.True(edition.IsWithin(edition.IndexOf("00001"), province));
        Assert.Equal(1, edition.CountBelow(edition.IndexOf("01"), Trees.District));
    }

    [Fact]
    public void Codes_never_change_their_level() // A commune's code has five digits, a district's three: only a changed catalogue could.
    {
        var current = new Edition("2023", 1, Trees.SmallUnits().Select(unit => unit.Code == "498"
            ? unit with { Level = Trees.Commune }
            : unit));
        var (outcome, edition) = Merge(current, [Row(3, "498", "district", "48")], moves: true, renames: true);
        Assert.Null(edition);
        AssertFault(Assert.Single(outcome.Faults), 3, ImportFaultCode.LevelChanged, "498", "commune", "district");
    }

    [Fact]
    public void Every_fault_is_reported_with_its_line()
    {
        var (outcome, edition) = Merge(
            OfSize(1000),
            [
                Row(2, "00001", "commune", "001", "Đơn vị 00001"),
                Row(3, "90001", "commune", "001"),
                Row(4, "90001", "commune", "002"),
                Row(5, "90002", "village", "001"),
                Row(6, "9003", "commune", "001"),
                Row(7, "S01-001", "district", "01"),
                Row(8, "90004", "commune", "999"),
                Row(9, "90005", "commune", "90001"),
                Row(10, "91", "province", "001"),
                Row(11, "90006", "commune", ""),
                Row(12, "90007", "commune", "001", " "),
                Row(13, "90008", "commune", "001", new string('x', 201)),
                Row(14, "90009", "commune", "001", "Xã\u0007"),
                Row(15, "", "commune", "001"),
                Row(16, "VN", "nation", "01", "Đơn vị VN"),
                Row(17, "X1", "nation", ""),
                Row(18, "90010", "", "001") with { Kind = "" },
            ]);
        Assert.Null(edition);
        Same.Items(outcome.Faults.OrderBy(fault => fault.Line).Select(fault => fault.Line), outcome.Faults.Select(fault => fault.Line));
        Same.Items(
            [
                "4 duplicate-code 90001 3",
                "5 unknown-level village nation, province, district, commune",
                "6 bad-code 9003 commune 00000",
                "7 bad-code S01-001 district 000",
                "8 missing-parent 999 90004",
                "9 parent-not-above 90001 commune 90005 commune",
                "10 parent-not-above 001 district 91 province",
                "11 missing-field parent",
                "12 missing-field name",
                "13 bad-text name",
                "14 bad-text name",
                "15 missing-field code",
                "17 bad-code X1 nation VN",
                "18 missing-field kind",
                "18 missing-field level",
            ],
            outcome.Faults.Where(fault => fault.Line != 16).Select(Text));
        Assert.Contains("16 not-one-nation VN", outcome.Faults.Select(Text));
    }

    [Fact]
    public void A_list_refused_leaves_the_edition_as_it_was() => Properties.ForAll(
        Gen.Choose(0, int.MaxValue),
        seed =>
        {
            var current = Trees.Small(generation: 3);
            var before = current.Units;
            var rows = Properties.Shuffled(
                [.. Rows(current).Select(row => row with { Name = "Tên mới" }), Row(50, "90001", "commune", "999")],
                seed);
            var (outcome, edition) = Merge(current, rows, renames: true);
            Assert.Null(edition);
            Assert.Equal("50 missing-parent 999 90001", Text(Assert.Single(outcome.Faults)));
            Same.Items(before, current.Units);
        },
        20);

    [Fact]
    public void Without_rows_or_without_a_nation_there_is_no_edition()
    {
        AssertFault(Assert.Single(Merge(null, []).Outcome.Faults), 0, ImportFaultCode.NoRows);
        Assert.Equal(ImportFaultCode.MissingParent, Assert.Single(Merge(null, [Row(2, "01", "province", "VN")]).Outcome.Faults).Code);
    }

    [Fact]
    public void A_list_of_real_size_is_merged()
    {
        var edition = new Edition("2023", 1, Trees.RealSizeUnits());
        var rows = Rows(edition).ToList();
        var (first, made) = Merge(null, rows);
        Assert.Equal(11_368, first.Added);
        Same.Items([1, 63, 705, 10_599], first.Levels);
        var (second, unchanged) = Merge(made, Properties.Shuffled(rows, 1));
        Assert.Null(unchanged);
        Assert.Equal(11_368, second.Unchanged);
    }

    [Theory]
    [InlineData("Ph\u00adêng Phóc X¸", ImportFaultCode.LegacyEncoding, "TCVN3 (ABC)")]
    [InlineData("Xaõ Thanh Taân", ImportFaultCode.LegacyEncoding, "VNI")]
    [InlineData("XÃ£ ThÃ¡i Há»\u008dc", ImportFaultCode.EncodedTwice, "XÃ£ ThÃ¡i Há»\u008dc")]
    [InlineData("Xã_x000D_", ImportFaultCode.EscapedText, "Xã_x000D_")]
    [InlineData("Xã \uFFFD", ImportFaultCode.BadText, null)]
    [InlineData("Xã \u202Eab", ImportFaultCode.BadText, null)]
    [InlineData("Xã\u200B Tân", ImportFaultCode.BadText, null)]
    [InlineData("Xã\uFEFF Tân", ImportFaultCode.BadText, null)]
    public void A_name_that_is_no_text_is_refused_by_its_kind(string name, string code, string? detail)
    {
        var fault = Assert.Single(Merge(Trees.Small(), [Row(2, "00200", "commune", "002", name)]).Outcome.Faults);

        AssertFault(fault, 2, code, [.. detail is null ? ["name"] : new[] { "name", detail }]);
    }

    [Fact]
    public void A_name_that_is_composed_otherwise_or_written_with_other_letters_is_no_rename()
    {
        var listed = Rows(Trees.Small()).Select(row => row with { Name = "Xã Đông Hoà", Kind = "Thị trấn", Region = "Đông Bắc Bộ" })
            .ToList();
        var (_, edition) = Merge(null, listed, nextId: 40);
        foreach (var respelled in (Func<string, string>[])[text => text.Normalize(NormalizationForm.FormD), text => text.Replace(
            '\u0110',
            '\u00D0'), text => text.Replace(" ", "\u00a0", StringComparison.Ordinal)])
        {
            var other = listed.Select(row => row with
            {
                Name = respelled(row.Name),
                Kind = respelled(row.Kind),
                Region = respelled(row.Region!)
            }).ToList();
            Assert.Equal((0, 0, 12), Counts(Merge(edition, other)));

            // Nor is the usual spelling, after a list that was written otherwise: what is kept is the usual one.
            var (_, first) = Merge(null, other, nextId: 40);
            Assert.Equal((0, 0, 12), Counts(Merge(first, listed)));
            Assert.All(first!.Units, unit => Assert.Equal(("Xã Đông Hoà", "Thị trấn", "Đông Bắc Bộ"), (unit.Name, unit.Kind, unit.Region)));

            // A ledger that took such a list before keeps what it has.
            var old = new Edition("2023", 1, edition!.Units.Select(unit => unit with { Name = respelled(unit.Name) }));
            Assert.Equal((0, 0, 12), Counts(Merge(old, listed)));
        }

        Assert.Equal((0, 12, 0), Counts(Merge(edition, listed.Select(row => row with { Name = "Xã Đông Hòa" }), renames: true)));

        static (int Added, int Renamed, int Unchanged) Counts((ImportOutcome Outcome, Edition? Edition) merged)
        {
            Assert.Empty(merged.Outcome.Faults);
            return (merged.Outcome.Added, merged.Outcome.Renamed, merged.Outcome.Unchanged);
        }
    }

    [Theory]
    [InlineData("a\u202Eb")]
    [InlineData("a\uFFFEb")]
    public void Text_that_has_no_spelling_is_refused_in_every_column(string text)
    {
        foreach (var row in (UnitListRow[])[Row(
            2,
            "00200",
            "commune",
            "002",
            text), Row(2, "00200", "commune", "002") with { Kind = text }, Row(2, "00200", "commune", "002") with { Region = text }])
            Assert.Equal("bad-text", Assert.Single(Merge(Trees.Small(), [row]).Outcome.Faults).Code);
    }

    private static (ImportOutcome Outcome, Edition? Edition) Merge(
        Edition? current,
        IEnumerable<UnitListRow> rows,
        bool moves = false,
        bool renames = false,
        int? nextId = null) =>
        UnitListMerge.Run(Seed.Catalogue, new UnitList("2023", [.. rows], moves, renames), current, nextId
            ?? ((current?.HighestId ?? 0) + 1));

    private static Edition Simulated() => new(
        "2023",
        1,
        [
            .. Trees.SmallUnits().Where(unit => unit.Level <= Trees.Province),
            Trees.Unit(50, "S01-001", "01", simulated: true) with { Level = Trees.District },
            Trees.Unit(51, "S01-001-00001", "S01-001", simulated: true),
        ]);

    // VN, 01, 001, 002 and communes of 001.
    private static Edition OfSize(int units) => new(
        "2023",
        1,
        [
            Trees.Unit(1, "VN", null),
            Trees.Unit(2, "01", "VN"),
            Trees.Unit(3, "001", "01"),
            Trees.Unit(4, "002", "01"),
            .. Enumerable.Range(1, units - 4).Select(number => Trees.Unit(
                number + 4,
                number.ToString("00000", System.Globalization.CultureInfo.InvariantCulture),
                "001")),
        ]);

    private static IEnumerable<UnitListRow> Rows(Edition edition) => edition.Units.Select((unit, place) => RowOf(unit, place + 2));

    private static UnitListRow RowOf(Unit unit, int line) =>
        new(line, unit.Code, unit.Name, unit.Kind, Seed.Catalogue.Levels[unit.Level].Id, unit.Parent ?? "", unit.Region);

    private static UnitListRow Row(int line, string code, string level, string parent, string name = "Tên") =>
        new(line, code, name, "Kind", level, parent, null);

    private static string Text(ImportFault fault) => string.Join(' ', [$"{fault.Line} {fault.Code}", .. fault.Arguments]);

    private static void AssertFault(ImportFault fault, int line, string code, params string[] arguments)
    {
        Assert.Equal((line, code), (fault.Line, fault.Code));
        Same.Items(arguments, fault.Arguments);
    }
}
