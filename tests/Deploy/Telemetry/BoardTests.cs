using System;
using System.Linq;
using System.Text.Json.Nodes;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy.Telemetry;

/// <summary><c>deploy/grafana/aggregation.json</c>.</summary>
public sealed class BoardTests
{
    private static readonly string[] Language = ["histogram_quantile", "group_left"];

    private static readonly JsonNode Board = JsonNode.Parse(Repository.Read("grafana/aggregation.json"))!;

    [Fact]
    public void Every_query_names_series_and_labels_that_are_on_the_page()
    {
        var expressions = Board.All()
            .OfType<JsonObject>()
            .Where(part => part.ContainsKey("expr"))
            .Select(part => part.Text("expr"))
            .ToArray();

        Assert.True(expressions.Length > 20);
        Assert.All(expressions, expression => Assert.NotEmpty(Rules.NamesIn(expression).Intersect(Rules.Series)));
        Assert.All(
            expressions.SelectMany(Rules.NamesIn).Except(Language).Distinct(StringComparer.Ordinal),
            name => Assert.True(Rules.Series.Contains(name) || Rules.Labels.Contains(name), name));
    }

    [Fact]
    public void Panels_do_not_lie_on_each_other()
    {
        var places = Board.Items("panels")
            .Select(panel => panel["gridPos"]!)
            .Select(at => (X: (int)at["x"]!, Y: (int)at["y"]!, W: (int)at["w"]!, H: (int)at["h"]!))
            .ToArray();
        var cells = places.SelectMany(at => Enumerable.Range(at.X, at.W).SelectMany(x => Enumerable.Range(at.Y, at.H).Select(y => (x, y))))
            .ToArray();

        Assert.Equal(cells.Length, cells.Distinct().Count());
        Assert.All(cells, cell => Assert.InRange(cell.x, 0, 23));
    }
}
