using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Domain.Reports;

public sealed class ReportValidatorTests
{
    private static readonly DateOnly Today = new(2017, 2, 20);
    private static readonly IndicatorCatalogue Catalogue =
        CatalogueFile.Read(Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue.json"));
    private static readonly Edition Edition = Trees.Small();
    private readonly ReportValidator validator = new(Catalogue);
    private readonly List<Fault> faults = [];

    [Fact]
    public void A_valid_report_is_built_sorted_and_tidied()
    {
        var input = Valid();
        input.Counts = [new CountInput("schools", new WholeNumber(2)), new CountInput("agencies", new WholeNumber(0))];
        input.Models =
            [new ModelInput { Name = "  Tự  quản ", Kinds = ["other", "self-governance"], Sites = new WholeNumber(1_000_000_000) }];
        var report = validator.Validate(input, Edition, Today, faults);
        Assert.Empty(faults);
        Assert.Equal(["agencies", "schools"], report!.Figures.Counts.Select(count => count.Indicator));
        var model = Assert.Single(report.Figures.Models);
        Assert.Equal("Tự quản", model.Name);
        Assert.Equal("self-governance, other", string.Join(", ", model.Kinds));
        Assert.Equal(0, model.Groups);
    }

    [Theory]
    [InlineData("2000-01-01", null)]
    [InlineData("2017-02-20", null)]
    [InlineData("2016-02-29", null)]
    [InlineData("1999-12-31", FaultCode.TooEarly)]
    [InlineData("2017-02-21", FaultCode.InTheFuture)]
    [InlineData("2017-02-29", FaultCode.NotADay)]
    [InlineData(" 2017-02-20", FaultCode.NotADay)]
    [InlineData("２０１７-02-20", FaultCode.NotADay)]
    [InlineData("0000-00-00", FaultCode.NotADay)]
    public void Days_run_from_2000_to_today(string day, string? code)
    {
        var input = Valid();
        input.EffectiveOn = day;
        validator.Validate(input, Edition, Today, faults);
        Assert.Equal(code, faults.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_report_under_other_rules_is_still_built_so_that_a_repeat_can_be_recognised()
    {
        var input = Valid();
        input.Counts = [new CountInput("abolished", new WholeNumber(1))];
        var report = validator.Validate(input, Edition, Today, faults);
        Assert.Equal(FaultCode.UnknownIndicator, Assert.Single(faults).Code);
        Assert.Equal("abolished", report!.Figures.Counts[0].Indicator);
    }

    [Fact]
    public void An_indicator_is_refused_where_its_level_does_not_report_it()
    {
        foreach (var (unit, refused) in new[] { ("VN", true), ("01", true), ("001", true), ("00001", false) })
        {
            faults.Clear();
            var input = Valid();
            input.Unit = unit;
            input.Statuses = [new StatusInput("safe-unit", "recognised")];
            validator.Validate(input, Edition, Today, faults);
            Assert.Equal(refused, faults.Exists(fault => fault.Code == FaultCode.NotAtThisLevel));
        }
    }

    [Fact]
    public void Names_of_absurd_length_are_refused_without_repeating_them_in_the_pointer()
    {
        var input = Valid();
        input.Counts = [new CountInput(new string('x', 100_000), new WholeNumber(-1))];
        validator.Validate(input, Edition, Today, faults);
        Assert.All(faults, fault => Assert.Equal("/counts", fault.Pointer));
    }

    [Theory]
    [InlineData("Hòa giải", "Hoà giải")]
    [InlineData("HÒA GIẢI", "hòa giải")]
    [InlineData("Hòa giải", "Ho\u0300a gia\u0309i")]
    [InlineData("Hòa giải", "Hòa\u00A0 giải")]
    [InlineData("Hòa giải", "Hòa\u200B giải")]
    public void Two_spellings_of_one_name_are_the_same_model(string one, string other)
    {
        var input = Valid();
        input.Models =
        [
            new ModelInput { Name = one, Sites = new WholeNumber(1) },
            new ModelInput { Name = other, Sites = new WholeNumber(2) }
        ];
        Assert.Null(validator.Validate(input, Edition, Today, faults));
        Assert.Equal(("/models/1/name", FaultCode.ModelTwice), (faults.Single().Pointer, faults.Single().Code));
    }

    private static ReportInput Valid() => new()
    {
        Unit = "00001",
        IdempotencyKey = "key",
        EffectiveOn = "2017-02-20",
        Counts = [new CountInput("agencies", new WholeNumber(1))],
    };
}
