using System;
using System.Globalization;
using System.Resources;
using Aggregation.Domain.Catalogue;

namespace Aggregation.Silo;

/// <summary>The words of the <see cref="Banner"/>: Vietnamese, or English where the operator's locale is English.</summary>
internal static class BannerText
{
    private static readonly ResourceManager Resources = new("Aggregation.Silo.Resources.Banner", typeof(BannerText).Assembly);

    /// <summary>The whole of it.</summary>
    public static string Ready => Get(nameof(Ready));

    /// <summary>What is said where the build has no page.</summary>
    public static string NoPage => Get(nameof(NoPage));

    /// <summary>What is said of a list that is not official.</summary>
    public static string Simulated => Get(nameof(Simulated));

    /// <summary>What is said of a demonstration.</summary>
    public static string Demonstration => Get(nameof(Demonstration));

    /// <summary>What to type next where the official list is still to come.</summary>
    public static string ImportNext => Get(nameof(ImportNext));

    /// <summary>What to type next in a demonstration, in which anything may be reported.</summary>
    public static string ReportNext => Get(nameof(ReportNext));

    /// <summary>What is said of a ledger that was set aside with its keys.</summary>
    public static string Archived => Get(nameof(Archived));

    /// <summary>The same, where the key that sealed it is in a setting.</summary>
    public static string ArchivedWithoutKey => Get(nameof(ArchivedWithoutKey));

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help => Get(nameof(Help));

    /// <summary>What is said of a backup that was made.</summary>
    public static string BackedUp => Get(nameof(BackedUp));

    /// <summary>What is said of a backup that was brought back.</summary>
    public static string Restored => Get(nameof(Restored));

    /// <summary>What is said where the audit does not have it.</summary>
    public static string CopyNotRecorded => Get(nameof(CopyNotRecorded));

    /// <summary>The catalogue's word for something, in the operator's language.</summary>
    public static string Of(Label label) =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? label.En : label.Vi;

    private static string Get(string name) => Resources.GetString(name, CultureInfo.CurrentUICulture)!;
}
