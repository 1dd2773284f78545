using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using Aggregation.Api.Http;
using Aggregation.Ledger;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Sqlite;
using Aggregation.Silo.Hosting.Certificates;
using Aggregation.Silo.Hosting.Https;
using Aggregation.Silo.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Hosting;

/// <summary>The configuration of a silo, checked: what it returns can be used as it is.</summary>
public sealed record SiloSettings
{
    private const string DefaultUrls = "http://127.0.0.1:8080";
    private const int UsualHstsDays = 365;

    /// <summary>True with <c>--demo</c>: load the scenario and keep simulated communes reporting.</summary>
    public required bool Demo { get; init; }

    /// <summary>Where the ledger is (<c>Ledger:Provider</c>, <c>ConnectionStrings:Ledger</c>).</summary>
    public required LedgerOptions Ledger { get; init; }

    /// <summary>The list to load when the registry is empty (<c>Units:Path</c>); null for the seeds.</summary>
    public string? UnitsPath { get; init; }

    /// <summary>The edition that takes reports (<c>Units:Edition</c>).</summary>
    public required string Edition { get; init; }

    /// <summary>The key that is admin on the nation (<c>Security:AdminKey</c>); null to have one made.</summary>
    public string? AdminKey { get; init; }

    /// <summary>The file of the key that is made where none is set: each ledger has its own.</summary>
    public string AdminKeyPath => AdminKeyPathOf(Ledger);

    /// <summary>
    /// Whether reads need no key (<c>Security:PublicRead</c>); null to let in only those who sit at the silo's own machine.
    /// </summary>
    public bool? PublicRead { get; init; }

    /// <summary>How much one sender may ask (<c>Security:…</c>).</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>The proxies that are believed when they say whom a request comes from (<c>Security:KnownProxies</c>).</summary>
    public IReadOnlyList<IPNetwork> KnownProxies { get; init; } = [];

    /// <summary>How many of them are believed one behind another (<c>Security:ProxyHops</c>).</summary>
    public int ProxyHops { get; init; } = 1;

    /// <summary>The certificate; null where the silo listens by HTTP only.</summary>
    public CertificateFiles? Https { get; init; }

    /// <summary>
    /// How many days browsers that came by HTTPS come back by HTTPS only (<c>Https:HstsDays</c>); 0 to tell them nothing.
    /// </summary>
    public int HstsDays { get; init; } = UsualHstsDays;

    /// <summary>Where the API listens (<c>ASPNETCORE_URLS</c>).</summary>
    public required string Urls { get; init; }

    /// <summary>The first address, without a trailing slash.</summary>
    public string FirstUrl => Urls.Split(';')[0].TrimEnd('/');

    /// <summary>The province that the scenario takes for the one left (<c>Scenario:LastProvince</c>); null for its default.</summary>
    public string? LastProvince { get; init; }

    /// <summary>How the rules of the catalogue are switched (<c>Catalogue:Rules:…</c>).</summary>
    public required RuleSettings Rules { get; init; }

    /// <summary>What is exported (<c>OTEL_*</c>).</summary>
    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>Reads and checks the configuration.</summary>
    /// <exception cref="LedgerStartException">The settings name no ledger.</exception>
    /// <exception cref="StartUpException">A setting is wrong; the sentence names it, its value and what would be right.</exception>
    public static SiloSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var demo = ReadBoolean(configuration, "demo") ?? false;
        var urls = CheckUrls(Read(configuration, "urls") ?? DefaultUrls);
        return new SiloSettings
        {
            Demo = demo,
            Ledger = ReadLedger(configuration, demo),
            UnitsPath = ReadFile(configuration, "Units:Path"),
            Edition = ReadEdition(configuration),
            AdminKey = Read(configuration, "Security:AdminKey"),
            PublicRead = ReadBoolean(configuration, "Security:PublicRead"),
            Limits = LimitSettings.Read(configuration),
            KnownProxies = ProxySettings.Read(configuration),
            ProxyHops = ProxySettings.ReadHops(configuration),
            Https = HttpsSettings.Read(configuration, urls),
            HstsDays = ReadHstsDays(configuration),
            Urls = urls,
            LastProvince = Read(configuration, "Scenario:LastProvince"),
            Rules = RuleSettings.Read(configuration),
            Telemetry = TelemetrySettings.Read(configuration),
        };
    }

    /// <summary>
    /// Where the admin key that is made for a ledger is written: beside its file and named after it, or in the silo's own folder of data
    /// and named after its database.
    /// </summary>
    internal static string AdminKeyPathOf(LedgerOptions ledger) => ledger is SqliteLedgerOptions sqlite
        ? Path.ChangeExtension(sqlite.Path, "admin.key")
        : Path.GetFullPath($"data/{string.Concat(ledger.Place.Select(LetterOfFile))}.admin.key");

    private static char LetterOfFile(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '-';

    /// <summary>Reads and checks what concerns the ledger alone.</summary>
    /// <exception cref="LedgerStartException">The settings name no ledger.</exception>
    internal static LedgerOptions ReadLedger(IConfiguration configuration) =>
        ReadLedger(configuration, ReadBoolean(configuration, "demo") ?? false);

    private static LedgerOptions ReadLedger(IConfiguration configuration, bool demo)
    {
        var provider = Read(configuration, "Ledger:Provider") ?? "sqlite";
        var connectionString = Read(configuration, "ConnectionStrings:Ledger");
        var ledger = LedgerRegistration.Parse(provider, connectionString ?? (provider == "sqlite" ? DefaultLedger(demo) : null));
        var file = (ledger as SqliteLedgerOptions)?.Path;
        return ledger with
        {
            Seal = SealOptions.Read(Read(configuration, "Ledger:SealKey"), Read(configuration, "Ledger:SealKeyPath"), file is null
                ? null
                : Path.ChangeExtension(file, "seal.key")) with
            {
                NewEpoch = ReadBoolean(configuration, "Ledger:NewEpoch") ?? false,
                AdoptRecords = ReadBoolean(configuration, "Ledger:AdoptRecords") ?? false,
            },
            Heads = ReadHeads(configuration, file is null ? null : Path.ChangeExtension(file, "heads")),
        };
    }

    private static HeadsOptions ReadHeads(IConfiguration configuration, string? besideLedger)
    {
        const int Most = 1_440;
        var path = Read(configuration, "Ledger:HeadsPath");
        var text = Read(configuration, "Ledger:HeadsMinutes") ?? HeadsOptions.UsualMinutes.ToString(CultureInfo.InvariantCulture);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= Most
            ? new HeadsOptions(path is null ? besideLedger : Path.GetFullPath(path), TimeSpan.FromMinutes(minutes))
            : throw new StartUpException(
                $"Ledger:HeadsMinutes is '{text}'; it must be a whole number from 1 to {Most}, such as '{HeadsOptions.UsualMinutes}'.");
    }

    // A demonstration has a file of its own, so that trying it never marks a ledger meant for real figures.
    private static string DefaultLedger(bool demo)
    {
        var folder = Directory.CreateDirectory("data");
        return Path.Combine(folder.FullName, demo ? "demonstration.db" : "aggregation.db");
    }

    private static string ReadEdition(IConfiguration configuration)
    {
        var edition = Read(configuration, "Units:Edition") ?? "2023";
        return edition.Length <= 16 && edition.All(char.IsAsciiLetterOrDigit)
            ? edition
            : throw new StartUpException($"Units:Edition is '{edition}'; it must be 1 to 16 letters and digits, such as '2023'.");
    }

    private static int ReadHstsDays(IConfiguration configuration)
    {
        const int Most = 3_650;
        if (Read(configuration, "Https:HstsDays") is not { } text)
            return UsualHstsDays;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= Most
            ? days
            : throw new StartUpException(
                $"Https:HstsDays is '{text}'; it must be a whole number from 0 to {Most}, such as '{UsualHstsDays}'.");
    }

    private static string? ReadFile(IConfiguration configuration, string name)
    {
        var path = Read(configuration, name);
        return path is null || File.Exists(path)
            ? path
            : throw new StartUpException($"{name} is '{path}', where there is no file; it must name a list of units as CSV.");
    }

    private static bool? ReadBoolean(IConfiguration configuration, string name)
    {
        var text = Read(configuration, name);
        if (text is null)
            return null;
        return bool.TryParse(text, out var value)
            ? value
            : throw new StartUpException($"{name} is '{text}'; it must be 'true' or 'false'.");
    }

    private static string? Read(IConfiguration configuration, string name) =>
        configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string CheckUrls(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(
                url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal),
                UriKind.Absolute,
                out var uri)
                || uri.Scheme is not ("http" or "https"))
            {
                throw new StartUpException(
                    $"ASPNETCORE_URLS holds '{url}'; it must be http or https addresses separated by ';', such as '{DefaultUrls}'.");
            }
        }

        return urls;
    }
}
