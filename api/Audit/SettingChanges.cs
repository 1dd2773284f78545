using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Audit;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Api.Audit;

/// <summary>
/// Records at a start which settings are others than at the last one: those that say who may do what, and which reports are right.
/// </summary>
/// <param name="configuration">The settings.</param>
/// <param name="store">Where those of the last start are kept.</param>
/// <param name="time">The clock.</param>
public sealed class SettingChanges(IConfiguration configuration, ISettingStore store, TimeProvider time)
{
    private const string Unset = "-";

    private static readonly string[] Sections = ["Security", "Units", "Catalogue"];
    private static readonly string[] Secrets = ["AdminKey", "Password", "Secret", "Token"];

    /// <summary>Compares, and records what changed.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be recorded.</exception>
    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        var now = Sections.SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(setting => setting.Value is not null && !IsSecret(setting.Key))
            .ToImmutableSortedDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.OrdinalIgnoreCase);
        var before = (await store.LoadAsync(cancellationToken)).WithComparers(StringComparer.OrdinalIgnoreCase);
        var changes = now.Keys.Union(before.Keys, StringComparer.OrdinalIgnoreCase)
            .Where(name => now.GetValueOrDefault(name) != before.GetValueOrDefault(name))
            .ToImmutableSortedDictionary(
                name => name,
                name => $"{before.GetValueOrDefault(name, Unset)} → {now.GetValueOrDefault(name, Unset)}",
                StringComparer.Ordinal);
        if (!changes.IsEmpty)
            await store.SaveAsync(now, Change(changes), cancellationToken);
    }

    private static bool IsSecret(string name) => Secrets.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    private AdministrativeAct Change(ImmutableSortedDictionary<string, string> changes) => new()
    {
        At = time.GetUtcNow(),
        Act = ActName.SettingsChanged,
        Edition = "",
        Unit = "",
        Details = changes,
    };
}
