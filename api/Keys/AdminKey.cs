using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Keys;

/// <summary>The key with which everything begins: admin on the nation.</summary>
/// <param name="keys">The keys.</param>
/// <param name="acts">Where it is recorded what the silo does to keys by itself.</param>
/// <param name="registry">The editions, loaded.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is told that the setting is of no use.</param>
public sealed class AdminKey(AccessKeys keys, IActStore acts, UnitRegistry registry, TimeProvider time, ILogger<AdminKey> logger)
{
    /// <summary>The shortest key that an operator may set.</summary>
    public const int MinLength = 32;

    /// <summary>
    /// Sees to it that there is an admin key on the nation: the one that <c>Security:AdminKey</c> sets, which replaces the
    /// one it set before; or, without that setting and without any other, a new one, written into a file. A key that was
    /// revoked stays so: setting it again is told in the log and changes nothing.
    /// </summary>
    /// <param name="setting"><c>Security:AdminKey</c>; null when it is not set.</param>
    /// <param name="path">The file for a key that is made, of this ledger alone. A key that is in it already is taken: a start may have
    /// ended between writing and storing it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StartUpException">The setting cannot be a key, or the file cannot be written.</exception>
    public async Task EnsureAsync(string? setting, string path, CancellationToken cancellationToken)
    {
        if (setting is not null
            && (setting.Length < MinLength || setting.Length > 256 || !setting.All(letter => letter is > ' ' and <= '~')))
        {
            throw new StartUpException(
                $"Security:AdminKey has {setting.Length} characters; it must be {MinLength} to 256 letters, digits and signs without "
                    + "spaces, such as the output of 'openssl rand -hex 32'.");
        }

        await keys.RefreshAsync(cancellationToken);
        var all = await keys.ListAsync(cancellationToken);
        var everSet = all.Where(key => key.Id.StartsWith(AccessKeys.ConfiguredPrefix, StringComparison.Ordinal)).ToArray();
        if (setting is not null && everSet.FirstOrDefault(key => key.RevokedAt is not null && KeyText.Matches(key, setting)) is { } revoked)
        {
            logger.AdminKeyRevoked(revoked.Id, revoked.RevokedAt!.Value);
            return;
        }

        var set = everSet.Where(keys.IsGood).ToArray();
        foreach (var old in set.Where(key => setting is null || !KeyText.Matches(key, setting)))
        {
            await keys.RevokeAsync(old.Id, cancellationToken);
            await RecordAsync(ActName.KeyRevoked, old, cancellationToken);
        }

        var nation = registry.Active.Units[0].Code;
        var wanted = new NewAccessKey(registry.ActiveName, nation, AccessRole.Admin);
        if (setting is not null)
        {
            if (!set.Any(keys.IsGood))
                await MakeAsync(
                    wanted with { Id = AccessKeys.ConfiguredPrefix + KeyText.Make().Id, Text = setting, Note = "Security:AdminKey" },
                    cancellationToken);
            return;
        }

        if (!all.Any(key => keys.IsGood(key) && key.Role == AccessRole.Admin && string.Equals(key.Unit, nation, StringComparison.Ordinal)))
            await MakeInFileAsync(wanted, path, all, cancellationToken);
    }

    // The file comes first: a key that is stored but written nowhere would lock its owner out.
    private async Task MakeInFileAsync(
        NewAccessKey wanted,
        string path,
        IReadOnlyCollection<AccessKey> all,
        CancellationToken cancellationToken)
    {
        var (id, text) = File.Exists(path) ? Read(path) : Write(path);
        if (all.Any(key => string.Equals(key.Id, id, StringComparison.Ordinal)))
            throw new StartUpException(
                $"The admin key in '{path}' is of no use to this ledger any more, and the file is not overwritten; move it away to have "
                    + "another key made, or set Security:AdminKey.");
        await MakeAsync(wanted with { Id = id, Text = text, Note = Path.GetFileName(path) }, cancellationToken);
    }

    private static (string Id, string Text) Write(string path)
    {
        var made = KeyText.Make();
        try
        {
            OwnersFile.Create(path, made.Key + Environment.NewLine);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException(
                $"The first admin key cannot be written to '{path}' ({exception.Message}); make the folder writable or set "
                    + "Security:AdminKey.",
                exception);
        }

        return made;
    }

    private static (string Id, string Text) Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path).Trim();
            return KeyText.IdOf(text) is { } id
                ? (id, text)
                : throw new StartUpException(
                    $"'{path}' is there and holds no key of this program, and it is not overwritten; move it away, or set "
                        + "Security:AdminKey.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException(
                $"The admin key in '{path}' cannot be read ({exception.Message}), and the file is not overwritten; make it readable, or "
                    + "set Security:AdminKey.",
                exception);
        }
    }

    private async Task MakeAsync(NewAccessKey wanted, CancellationToken cancellationToken)
    {
        var (key, _) = await keys.MakeAsync(wanted, cancellationToken);
        await RecordAsync(ActName.KeyMade, key, cancellationToken);
    }

    private Task RecordAsync(string act, AccessKey key, CancellationToken cancellationToken) => acts.RecordAsync(
        new AdministrativeAct { At = time.GetUtcNow(), Act = act, Edition = key.Edition, Unit = key.Unit, Target = key.Id },
        cancellationToken);
}
