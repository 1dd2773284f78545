using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Ledger;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Hosting;

/// <summary>
/// The names of all settings of the silo, in one place. A name that is not among them is a mistake that would start the silo with
/// something else than what was meant, so it is refused with the nearest one. The sections of ASP.NET Core are its own affair.
/// </summary>
internal static class KnownSettings
{
    /// <summary>Names without a section: <c>--demo</c> is one.</summary>
    public const string Demo = "demo";

    // As far as a slip of the fingers goes.
    private const int Slip = 2;

    private static readonly string[] Names =
    [
        "ConnectionStrings:Ledger",
        "Ledger:Provider", "Ledger:SealKey", "Ledger:SealKeyPath", "Ledger:HeadsPath", "Ledger:HeadsMinutes", "Ledger:NewEpoch",
        "Ledger:AdoptRecords",
        "Units:Path", "Units:Edition",
        "Security:AdminKey", "Security:PublicRead", "Security:KnownProxies", "Security:ProxyHops",
        "Security:RequestsPerMinute", "Security:RequestsAtOnce", "Security:RequestsWaiting", "Security:WrongKeysPerMinute",
        "Security:Viewers", "Security:ViewersPerKey", "Security:ViewersPerAddress", "Security:SessionsPerKey", "Security:FoldsAtOnce",
        "Security:FoldsWaiting", "Security:HeaderSeconds", "Security:BodySeconds",
        "Https:Certificate", "Https:Key", "Https:Password", "Https:HstsDays",
        "Orleans:ClusterId", "Orleans:ServiceId", "Orleans:AdvertisedIPAddress", "Orleans:SiloPort", "Orleans:GatewayPort",
        "Orleans:Tls", "Orleans:Certificate", "Orleans:Key", "Orleans:Authority", "Orleans:Dashboard",
        "Catalogue:ModelsPerReport", "Catalogue:ModelsPerUnit",
        "Scenario:LastProvince",
    ];

    // Their own readers refuse what is wrong within them.
    private static readonly string[] Open = ["Catalogue:Rules"];

    // ASP.NET Core's, of the kind that a command line gives.
    private static readonly string[] HostNames =
    [
        "urls", "environment", "contentRoot", "applicationName", "webRoot", "http_ports", "https_ports", "shutdownTimeoutSeconds",
        "detailedErrors",
        "AllowedHosts", "preventHostingStartup", "hostingStartupAssemblies", "startupAssembly", "preferHostingUrls", "captureStartupErrors",
    ];

    private static readonly string[] HostSections = ["Logging", "Kestrel", "hostBuilder"];

    private static readonly string[] OwnSections = [.. Names.Concat(Open).Select(SectionOf).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The names, in the order in which they are told.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names, .. Open.Select(section => section + ":INDICATOR:RULE:severity")];

    /// <summary>Checks every setting of the silo's own sections, wherever it comes from.</summary>
    /// <exception cref="StartUpException">One has no meaning; the sentence names the nearest that has.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var section in configuration.GetChildren().Where(section => section.GetChildren().Any()))
        {
            if (IsIn(OwnSections, section.Key))
                CheckWithin(section);
            else if (!IsIn(HostSections, section.Key) && NearestSection(section.Key) is { } meant)
                throw new StartUpException($"{section.Path} is no section of settings; did you mean {meant}?");
        }
    }

    /// <summary>True for the name of a section as a whole.</summary>
    public static bool IsSection(string name) => IsIn(OwnSections, name) || IsIn(HostSections, name);

    /// <summary>Checks the name of a setting that the command line gives.</summary>
    /// <param name="name">The name, without dashes.</param>
    /// <param name="besides">Names that the command has of its own.</param>
    /// <exception cref="StartUpException">It has no meaning; the sentence names the nearest that has.</exception>
    public static void CheckSwitch(string name, params ReadOnlySpan<string> besides)
    {
        if (name.Contains(':', StringComparison.Ordinal) ? IsSection(SectionOf(name)) : IsSwitch(name, besides))
            return;
        var nearest = Nearest(name, [Demo, "help", "urls", "environment", .. besides, .. Names]);
        throw new StartUpException($"--{name} is no switch of this program; the nearest is --{nearest}, and --help tells all.");
    }

    private static bool IsSwitch(string name, ReadOnlySpan<string> besides)
    {
        foreach (var own in besides)
        {
            if (string.Equals(own, name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return string.Equals(name, Demo, StringComparison.OrdinalIgnoreCase)
            || IsIn(HostNames, name)
            || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase);
    }

    private static void CheckWithin(IConfigurationSection section)
    {
        foreach (var setting in section.GetChildren())
        {
            if (IsIn(Open, setting.Path) || (IsIn(Names, setting.Path) && !setting.GetChildren().Any()))
                continue;
            var among = All.Where(name => IsIn([SectionOf(name)], SectionOf(setting.Path))).ToList();
            throw new StartUpException(
                $"{setting.Path} is no setting; the nearest is {Nearest(setting.Path, among)}, and {section.Key} has "
                    + $"{string.Join(", ", among)}.");
        }
    }

    private static string? NearestSection(string name)
    {
        var nearest = Nearest(name, [.. OwnSections, .. HostSections]);
        return name.Length > Slip * 2 && Distance(name, nearest) <= Slip ? nearest : null;
    }

    private static string Nearest(string name, IReadOnlyCollection<string> names) => names.MinBy(known => Distance(name, known))!;

    private static string SectionOf(string name) => name.Split(':')[0];

    private static bool IsIn(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    // Levenshtein's: how many letters must come, go or change.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = corner + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
