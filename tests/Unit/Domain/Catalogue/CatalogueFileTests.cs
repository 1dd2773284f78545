using System;
using System.IO;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Domain.Catalogue;

public sealed class CatalogueFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_seed_has_the_levels_of_the_lists()
    {
        Assert.Equal(["nation", "province", "district", "commune"], Seed.Catalogue.Levels.Select(level => level.Id));
        Assert.True(Seed.Catalogue.Levels[0].IsOfficialCode("VN"));
        Assert.False(Seed.Catalogue.Levels[0].IsOfficialCode("vn"));
        Assert.True(Seed.Catalogue.Levels[1].IsOfficialCode("01"));
        Assert.False(Seed.Catalogue.Levels[1].IsOfficialCode("1"));
        Assert.False(Seed.Catalogue.Levels[1].IsOfficialCode("001"));
        Assert.True(Seed.Catalogue.Levels[3].IsOfficialCode("00001"));
        Assert.False(Seed.Catalogue.Levels[3].IsOfficialCode("0000a"));
        Assert.False(Seed.Catalogue.Levels[3].IsOfficialCode("٠٠٠٠١"));
        Assert.False(Seed.Catalogue.Levels[3].IsOfficialCode("S01-001-00001"));
    }

    [Theory]
    [InlineData("committee", "consolidated", "nation province district commune")]
    [InlineData("programme", "adopted", "nation province district commune")]
    [InlineData("mobilisation-programme", "adopted", "nation province")]
    [InlineData("regulation", "signed", "province district commune")]
    [InlineData("safe-unit", "recognised", "commune")]
    public void The_seed_has_the_statuses_of_the_domain(string id, string complete, string levels)
    {
        var status = Seed.Catalogue.Find(id)!;
        Assert.Equal(IndicatorType.Status, status.Type);
        Assert.Equal(complete, status.Complete);
        Assert.Equal(complete, status.States[^1]);
        Assert.Equal(levels.Split(' '), status.Levels.Select(level => Seed.Catalogue.Levels[level].Id));
        Same.Items(Enumerable.Range(0, 4).Where(status.AppliesTo), status.Levels);
        Assert.Equal(status.States.Length, status.StateLabels.Length);
        Assert.Same(status, Seed.Catalogue.Statuses[status.Slot]);
    }

    [Fact]
    public void Every_safe_count_of_the_seed_is_a_part_of_its_whole()
    {
        Assert.Equal(
            ["safe-residential-areas/residential-areas", "safe-agencies/agencies", "safe-enterprises/enterprises", "safe-schools/schools"],
            Seed.Catalogue.Counts.Where(count => count.Of is not null).Select(count => $"{count.Id}/{count.Of}"));
        Assert.Equal(Seed.Catalogue.Counts, Seed.Catalogue.Counts.OrderBy(count => count.Slot));
        Assert.Equal(["models", "sites", "groups"], Seed.Catalogue.Declarable.Except(Seed.Catalogue.Counts.Select(count => count.Id)));
        Assert.DoesNotContain("committee", Seed.Catalogue.Declarable);
    }

    [Fact]
    public void No_two_cells_of_a_tally_are_one()
    {
        var layout = Seed.Layout;
        var cells = Seed.Catalogue.Counts.Select(TallyLayout.Count)
            .Concat(Seed.Catalogue.Statuses.SelectMany(status => Enumerable.Range(0, 4)
                .SelectMany(level => status.States.Select((_, state) => layout.Status(status, level, state)))))
            .Concat(Enumerable.Range(0, 4).Select(layout.Reported))
            .Append(layout.Sites)
            .Append(layout.Groups)
            .ToList();
        Assert.Equal(Enumerable.Range(0, layout.Length), cells.Order());
    }

    [Theory]
    [InlineData("a file cut short", "\"levels\"", "\"levels\": [")]
    [InlineData("an unknown field", "\"levels\": [", "\"remark\": \"x\", \"levels\": [")]
    [InlineData("no indicators", "\"indicators\"", "\"levels\"")]
    [InlineData("an indicator twice", "\"id\": \"agencies\"", "\"id\": \"schools\"")]
    [InlineData("an indicator without a name", "\"id\": \"agencies\",", "")]
    [InlineData("an unknown type", "\"type\": \"count\"", "\"type\": \"sum\"")]
    [InlineData("a type by number", "\"type\": \"count\"", "\"type\": 7")]
    [InlineData("an unknown level", "\"levels\": [\"commune\"]", "\"levels\": [\"village\"]")]
    [InlineData("no levels of an indicator", "\"levels\": [\"commune\"],", "")]
    [InlineData("a complete state that is none", "\"complete\": \"consolidated\"", "\"complete\": \"finished\"")]
    [InlineData("no complete state", "\"complete\": \"consolidated\",", "")]
    [InlineData("a status without states", "\"states\": [\"not-signed\", \"signed\"],", "")]
    [InlineData("a part of nothing", "\"of\": \"agencies\"", "\"of\": \"offices\"")]
    [InlineData("a part of a status", "\"of\": \"agencies\"", "\"of\": \"committee\"")]
    [InlineData("a state without a label", "\"not-signed\": {", "\"unsigned\": {")]
    [InlineData("a label in one language", "{ \"vi\": \"Chưa ký\", \"en\": \"Not signed\" }", "{ \"vi\": \"Chưa ký\" }")]
    [InlineData("an indicator without a label", "\"label\": { \"vi\": \"Doanh nghiệp\", \"en\": \"Enterprises\" }", "\"of\": null")]
    [InlineData("a level twice", "\"id\": \"district\"", "\"id\": \"commune\"")]
    [InlineData("a kind of model twice", "\"id\": \"self-prevention\"", "\"id\": \"self-protection\"")]
    [InlineData("no kinds of model", "\"modelKinds\": [", "\"modelKinds\": null, \"x\": [")]
    [InlineData("an unknown rule", "\"code\": \"reversal\"", "\"code\": \"return\"")]
    [InlineData("a rule of another type", "\"code\": \"jump\"", "\"code\": \"reversal\"")]
    [InlineData("a rule twice", "\"code\": \"same-as-below\"", "\"code\": \"jump\"")]
    [InlineData("an unknown severity", "\"severity\": \"off\"", "\"severity\": \"perhaps\"")]
    [InlineData("a rule that may not refuse", "\"reversal\", \"severity\": \"off\"", "\"reversal\", \"severity\": \"error\"")]
    [InlineData("a jump of nothing", "\"times\": 1000", "\"times\": 1")]
    [InlineData("a jump of too much", "\"times\": 1000", "\"times\": 1000000001")]
    [InlineData("a jump from nothing", "\"from\": 1000", "\"from\": 0")]
    [InlineData("a rule without a number", ", \"times\": 1000", "")]
    [InlineData("a ceiling for no level", "\"most\": { \"nation\": 10000, \"province\": 10000, \"district\": 3000, \"commune\": 1000 }", "\"most\": {}")]
    [InlineData("a ceiling for a level that is none", "\"district\": 3000", "\"village\": 3000")]
    [InlineData("a ceiling of nothing", "\"commune\": 1000", "\"commune\": 0")]
    [InlineData("a ceiling of too much", "\"commune\": 1000", "\"commune\": 1000000001")]
    [InlineData("a ceiling without numbers", "\"code\": \"jump\"", "\"code\": \"ceiling\"")]
    [InlineData("a rule with a number that says nothing", "\"reversal\", ", "\"reversal\", \"times\": 3, ")]
    public void A_broken_catalogue_is_refused_with_its_path(string what, string old, string now)
    {
        var broken = Seed.Text.Replace(old, now, StringComparison.Ordinal);
        Assert.NotEqual(Seed.Text, broken);
        File.WriteAllText(path, broken);
        var refusal = Assert.Throws<InvalidDataException>(() => CatalogueFile.Read(path));
        Assert.True(refusal.Message.Contains(path, StringComparison.Ordinal), what);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"levels\":null,\"indicators\":null,\"modelKinds\":null}")]
    [InlineData("{\"levels\":[],\"indicators\":[],\"modelKinds\":[]}")]
    [InlineData("{\"levels\":[null],\"indicators\":[],\"modelKinds\":[]}")]
    public void What_is_no_catalogue_is_refused(string text)
    {
        File.WriteAllText(path, text);
        Assert.Throws<InvalidDataException>(() => CatalogueFile.Read(path));
    }

    [Fact]
    public void A_missing_file_is_refused() => Assert.Throws<InvalidDataException>(() => CatalogueFile.Read(path + ".none"));
}
