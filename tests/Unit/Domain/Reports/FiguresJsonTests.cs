using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using Aggregation.Domain.Reports;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Reports;

public sealed class FiguresJsonTests
{
    private static Gen<Figures> AnyFigures => Draw.FiguresOf(
        Draw.ModelsNamed(Draw.ExoticText),
        Gen.Frequency((1, Gen.Constant<string?>(null)), (2, Draw.ExoticText.Select(note => (string?)note))));

    [Fact]
    public void Whatever_is_written_is_read_back() => Properties.ForAll(
        AnyFigures,
        figures =>
        {
            var read = FiguresJson.Read(FiguresJson.Write(figures));
            Assert.Equal(figures, read);
            Assert.Equal(figures.Models.Select(model => model.Name), read.Models.Select(model => model.Name));
            Assert.Equal(figures.Models.Select(model => model.NormalName), read.Models.Select(model => model.NormalName));
        },
        1000);

    [Fact]
    public void A_payload_is_json_that_names_what_is_there_and_nothing_else()
    {
        var figures = new Figures
        {
            Counts = [new CountFigure("agencies", 3)],
            Statuses = [new StatusFigure("committee", "consolidated")],
            Models = [new ModelFigure("Tổ \"tự quản\"", ["other"], 2, 1)],
            Declared = [new CountFigure("models", 490)],
            Note = "ghi chú",
        };
        Assert.Equal(
            """{"counts":{"agencies":3},"statuses":{"committee":"consolidated"},"models":[{"name":"Tổ \"tự quản\"","kinds":["other"],"sites":2,"groups":1}],"declared":{"models":490},"note":"ghi chú"}""",
            Encoding.UTF8.GetString(FiguresJson.Write(figures)));
        Assert.Equal("{}", Encoding.UTF8.GetString(FiguresJson.Write(Figures.None)));
        Assert.Equal(Figures.None, FiguresJson.Read("{}"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("""{"counts":{"agencies":1}""")]
    [InlineData("""{"counts":{"agencies":"1"}}""")]
    [InlineData("""{"counts":{"agencies":1.5}}""")]
    [InlineData("""{"counts":{"agencies":1e30}}""")]
    [InlineData("""{"counts":{"agencies":null}}""")]
    [InlineData("""{"counts":[]}""")]
    [InlineData("""{"statuses":{"committee":1}}""")]
    [InlineData("""{"models":{}}""")]
    [InlineData("""{"models":[7],"note":"x"}""")]
    [InlineData("""{"models":[{"name":"a","kinds":[7],"sites":1,"groups":1}]}""")]
    [InlineData("""{"models":[{"name":"a","colour":"b"}]}""")]
    [InlineData("""{"note":null}""")]
    [InlineData("""{"remark":"x"}""")]
    public void What_is_no_payload_is_refused_as_such(string payload) =>
        Assert.ThrowsAny<JsonException>(() => _ = FiguresJson.Read(Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public void A_payload_cut_short_is_refused() => Properties.ForAll(
        from figures in AnyFigures from cut in Gen.Choose(1, 20) select (figures, cut),
        sample =>
        {
            var payload = FiguresJson.Write(sample.figures);
            if (sample.cut < payload.Length)
                Assert.ThrowsAny<JsonException>(() => { FiguresJson.Read(payload.AsSpan()[..^sample.cut]); });
        });
}
