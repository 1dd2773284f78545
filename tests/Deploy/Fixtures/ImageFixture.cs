using System;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing;
using Aggregation.Testing.Postgres;
using Xunit;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>The image, its secrets and a database, made once for all tests of a class; nothing where PostgreSQL is missing.</summary>
public sealed class ImageFixture : IAsyncLifetime
{
    internal Image Image { get; private set; } = null!;

    internal TrialDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (PostgresBinaries.Missing is not null)
            return;
        Image = await Image.BuildAsync();
        await WriteSecretAsync("ledger-password");
        await WriteSecretAsync("admin-key");
        await WriteSecretAsync("seal-key");
        await Shell.RunAsync(Repository.Root, $"deploy/certificates/make '{Image.Secrets}' && chmod 644 '{Image.Secrets}'/*");
        Database = await TrialDatabase.StartAsync(Image.Secrets);
    }

    public async Task DisposeAsync()
    {
        if (Database is not null)
            await Database.DisposeAsync();
        if (Image is not null)
            await Image.DisposeAsync();
    }

    private Task WriteSecretAsync(string name) =>
        File.WriteAllTextAsync(Path.Combine(Image.Secrets, name), $"{Guid.NewGuid():N}{Guid.NewGuid():N}\n");
}
