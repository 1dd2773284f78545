using Aggregation.Contracts;

namespace Aggregation.Files.Columns;

/// <summary>A column of the template.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Id">Its heading for programs, such as <c>agencies</c> or <c>declared.models</c>.</param>
/// <param name="Label">What people call it.</param>
internal sealed record FileColumn(ColumnKind Kind, string Id, Translated Label)
{
    /// <summary>Its headings for people.</summary>
    public Translated Heading { get; init; } = Label;

    /// <summary>The count or status; null for other columns.</summary>
    public PublishedIndicator? Indicator { get; init; }

    /// <summary>The name under which a report states it: <c>agencies</c>, <c>models</c>.</summary>
    public string Name => Kind == ColumnKind.Declared ? Id[DeclaredPrefix.Length..] : Id;

    /// <summary>What the headings of declared figures begin with.</summary>
    public const string DeclaredPrefix = "declared.";
}
