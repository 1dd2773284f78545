using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Audit;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Sqlite;
using Aggregation.Tests.Ledger;
using Aggregation.Tests.Ledger.Sqlite;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Aggregation.Tests.Api.Audit;

public sealed class SettingChangesTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly SqliteOpenLedger open;
    private readonly SqliteSettingStore store;

    public SettingChangesTests()
    {
        open = new SqliteOpenLedger(directory.File("ledger.db"));
        store = new SqliteSettingStore(open.Writer, open.Readers);
    }

    public void Dispose()
    {
        open.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task What_differs_from_the_last_start_is_recorded_once_and_no_secret_ever()
    {
        await StartAsync(("Security:PublicRead", "false"), ("Security:AdminKey", "a-secret"), ("Https:Password", "a-secret"));
        await StartAsync(("Security:PublicRead", "false"), ("Security:AdminKey", "another-secret"));
        await StartAsync(("Security:PublicRead", "true"), ("Catalogue:ModelsPerUnit", "900"));
        await StartAsync(("Catalogue:ModelsPerUnit", "900"));
        var changes = (await open.Acts.ReadNewestAsync(null, null, null, 9, default)).Where(act => act.Act == ActName.SettingsChanged)
            .Select(act => string.Join("; ", act.Details.Select(change => $"{change.Key} {change.Value}")));
        Assert.Equal(
            ["Security:PublicRead true → -", "Catalogue:ModelsPerUnit - → 900; Security:PublicRead false → "
                + "true", "Security:PublicRead - → false"],
            changes);
    }

    private Task StartAsync(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        return new SettingChanges(configuration, store, TimeProvider.System).RecordAsync(default);
    }
}
