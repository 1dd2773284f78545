using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Aggregation.Commands.Output;
using Aggregation.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aggregation.Commands.Watching;

/// <summary>The screen of <c>watch</c>: the headline, a tile for every unit below, what has just changed.</summary>
/// <param name="top">The unit at the top.</param>
/// <param name="words">What things are called.</param>
internal sealed class WatchScreen(string top, CatalogueWords words)
{
    private const int TileWidth = 18;
    private const int MostChanges = 10;
    private static readonly TimeSpan Glow = TimeSpan.FromSeconds(2);
    private static readonly string[] Prefixes = ["Thành phố ", "Tỉnh ", "Huyện ", "Quận ", "Thị xã ", "Xã ", "Phường ", "Thị trấn "];

    private readonly Dictionary<string, UnitRollUp> newest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> changedAt = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Time, string Name, string What)> recent = new();
    private readonly RollUpChanges changes = new(words);

    /// <summary>Why nothing comes at the moment; null while something may.</summary>
    public string? Interruption { get; set; }

    /// <summary>Takes in a roll-up.</summary>
    public void Take(UnitRollUp rollUp)
    {
        Interruption = null;
        if (newest.TryGetValue(rollUp.Code, out var before) && changes.Between(before, rollUp) is { Count: > 0 } differences)
        {
            changedAt[rollUp.Code] = DateTime.UtcNow;
            var time = DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            recent.AddFirst((time, rollUp.Name, string.Join(" · ", differences)));
            if (recent.Count > MostChanges)
                recent.RemoveLast();
        }

        newest[rollUp.Code] = rollUp;
    }

    /// <summary>Draws it for a terminal of some width.</summary>
    public IRenderable Draw(int width)
    {
        var parts = new List<IRenderable>();
        if (newest.TryGetValue(top, out var rollUp))
            parts.AddRange(Head(rollUp));
        if (Interruption is not null)
            parts.Add(new Markup($"[black on yellow] {Markup.Escape(Interruption)} [/]"));
        parts.Add(new Markup(Tiles(width)));
        parts.Add(new Rule(Markup.Escape(Words.Get("JustChanged"))) { Justification = Justify.Left, Style = Style.Parse("grey") });
        parts.AddRange(recent.Select(change => Line(change.Time, change.Name, change.What, width)));
        parts.Add(new Markup($"[grey]{Markup.Escape(Words.Get("CtrlC"))}[/]"));
        return new Rows(parts);
    }

    // A line a change: what is too long is cut, so that the screen keeps its height.
    private static Markup Line(string time, string name, string what, int width)
    {
        var room = Math.Max(1, width - time.Length - name.Length - 4);
        var shown = what.Length > room ? what[..(room - 1)] + "…" : what;
        return new Markup($"[grey]{time}[/] [bold]{Markup.Escape(name)}[/]  {Markup.Escape(shown)}");
    }

    private IEnumerable<IRenderable> Head(UnitRollUp rollUp)
    {
        var nearest = rollUp.Headlines.Count > 0 ? rollUp.Headlines[0].Level : "";
        var headlines = rollUp.Headlines.Where(headline => headline.Level == nearest).Select(headline =>
            $"[bold {(headline.Complete == headline.Total ? "green" : "yellow")}]{Markup.Escape(words.TextOf(headline))}[/]");
        yield return new Markup($"[bold]{Markup.Escape(rollUp.Name)}[/]  {string.Join("  ·  ", headlines)}");
        yield return new Markup(Markup.Escape(Words.Get(
            "ModelTotals",
            Figure.Of(rollUp.Models.Distinct),
            Figure.Of(rollUp.Models.Sites),
            Figure.Of(rollUp.Models.Groups))));
        if (rollUp.Simulated)
            yield return new Markup($"[yellow]{Markup.Escape(Words.Get("Simulated"))}[/]");
    }

    private string Tiles(int width)
    {
        var columns = Math.Max(1, width / TileWidth);
        var text = new StringBuilder();
        var place = 0;
        foreach (var unit in newest.Values.Where(unit => unit.Code != top).OrderBy(unit => unit.Code, StringComparer.Ordinal))
        {
            text.Append('[').Append(StyleOf(unit)).Append(']').Append(Markup.Escape(TileOf(unit))).Append("[/] ");
            if (++place % columns == 0)
                text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private string StyleOf(UnitRollUp unit)
    {
        var own = unit.Statuses.TryGetValue("committee", out var committee) ? committee.Own : null;
        var style = own is null ? "grey" : own == words.CompleteOf("committee") ? "green" : "yellow";
        return changedAt.TryGetValue(unit.Code, out var at) && DateTime.UtcNow - at < Glow ? "bold invert " + style : style;
    }

    private static string TileOf(UnitRollUp unit)
    {
        var name = unit.Name;
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                name = name[prefix.Length..];
        }

        var figure = unit.Headlines.Count > 0 ? $" {unit.Headlines[0].Complete}/{unit.Headlines[0].Total}" : "";
        var room = TileWidth - 1 - figure.Length;
        return (name.Length > room ? name[..(room - 1)] + "…" : name.PadRight(room)) + figure;
    }
}
