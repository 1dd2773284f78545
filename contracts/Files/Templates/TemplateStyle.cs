namespace Aggregation.Files.Templates;

/// <summary>The cell styles of a template, by their numbers in <see cref="TemplateStyles"/>.</summary>
internal enum TemplateStyle
{
    /// <summary>As a spreadsheet has it.</summary>
    Plain,

    /// <summary>A heading: bold, wrapped, shaded.</summary>
    Heading,

    /// <summary>Text, whatever is typed: codes keep their zeros.</summary>
    Text,

    /// <summary>A day, day/month/year.</summary>
    Day,

    /// <summary>A figure that units of that level do not report.</summary>
    Grey,

    /// <summary>A long text, wrapped.</summary>
    Wrapped,
}
