using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <content>What an admin key may do.</content>
public sealed partial class AggregationClient
{
    /// <summary>Adds and renames units from a list as CSV (UTF-8), all or none.</summary>
    /// <param name="list">The file: the project's own columns, or the statistics office's.</param>
    /// <param name="allow"><c>moves</c>: units may change their parent; <c>renames</c>: more than 1 % of the edition may change.</param>
    /// <param name="progress">Told how many bytes have been sent.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent may stand.</param>
    /// <exception cref="AggregationProblemException">It was refused; its errors say which lines and why.</exception>
    public Task<ImportReceipt> ImportUnitsAsync(
        ReadOnlyMemory<byte> list,
        IReadOnlyList<string>? allow = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default) =>
        PostAsync(
            Query("units/import").Add("allow", allow ?? []),
            () => new ProgressContent(list, progress) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
            Repetition.Harmless,
            AccessJson.Default.ImportReceipt,
            cancellationToken);

    /// <summary>Makes a key. It is shown this once.</summary>
    /// <param name="request">Whose key, and for what.</param>
    /// <param name="cancellationToken">Ends the waiting; the key may have been made.</param>
    /// <exception cref="AggregationUnreachableException">No answer came. It is not sent again, lest there be two keys: list them to
    /// see.</exception>
    public Task<NewKey> CreateKeyAsync(KeyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PostAsync(
            Query("keys"),
            () => JsonOf(request, WriteJson.Written.KeyRequest),
            Repetition.OnlyIfNotDone,
            WriteJson.Default.NewKey,
            cancellationToken);
    }

    /// <summary>The keys of the caller's subtree, oldest first, revoked ones included, page by page.</summary>
    public IAsyncEnumerable<KeyEntry> GetKeysAsync(CancellationToken cancellationToken = default) =>
        EachAsync(cursor => GetKeyPageAsync(cursor, PageSize, cancellationToken), page => (page.Items, page.Next), cancellationToken);

    /// <summary>One page of the keys.</summary>
    /// <param name="cursor">Where it begins: <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 1,000; null for the silo's default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<KeyPage> GetKeyPageAsync(string? cursor = null, int? limit = null, CancellationToken cancellationToken = default) =>
        GetAsync(new QueryText("keys").Add("cursor", cursor).Add("limit", limit), AccessJson.Default.KeyPage, cancellationToken);

    /// <summary>Makes a key that takes another one's place. It is shown this once; the other one stays good for some days more.</summary>
    /// <param name="id">The other key's public name.</param>
    /// <param name="rotation">For how long both are good; null for the silo's defaults.</param>
    /// <param name="cancellationToken">Ends the waiting; the key may have been made.</param>
    /// <exception cref="AggregationProblemException">The other key was revoked, has expired, was replaced before or is set by
    /// configuration.</exception>
    /// <exception cref="AggregationUnreachableException">No answer came. It is not sent again: where the key was made, revoke it and make
    /// another one.</exception>
    public Task<RotatedKey> RotateKeyAsync(
        string id,
        KeyRotation? rotation = null,
        CancellationToken cancellationToken = default) => PostAsync(
        new QueryText($"keys/{QueryText.Escape(id)}/rotate"),
        () => JsonOf(rotation ?? new KeyRotation(), WriteJson.Written.KeyRotation),
        Repetition.OnlyIfNotDone,
        WriteJson.Default.RotatedKey,
        cancellationToken);

    /// <summary>Revokes a key at once.</summary>
    /// <param name="id">The key's public name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task RevokeKeyAsync(string id, CancellationToken cancellationToken = default) =>
        RevokeAsync(new QueryText("keys/" + QueryText.Escape(id)), cancellationToken);

    /// <summary>
    /// As <see cref="RevokeKeyAsync"/>, and revokes the keys that it made, and those that they made, as far as the caller manages them.
    /// </summary>
    /// <param name="id">The key's public name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task RevokeKeyWithThoseItMadeAsync(string id, CancellationToken cancellationToken = default) =>
        RevokeAsync(new QueryText("keys/" + QueryText.Escape(id)).Add("cascade", "true"), cancellationToken);

    private async Task RevokeAsync(QueryText query, CancellationToken cancellationToken)
    {
        var uri = UriOf(query);
        using var answer = await sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Delete, uri),
            Repetition.Harmless,
            HttpCompletionOption.ResponseContentRead,
            cancellationToken);
    }

    /// <summary>Folds the ledger anew and compares every roll-up with it: no difference proves the totals.</summary>
    public Task<Verification> VerifyAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Query("verify"), ReadJson.Default.Verification, cancellationToken);

    /// <summary>As <see cref="VerifyAsync"/>, and compares every row of the ledger with its seal besides.</summary>
    public Task<Verification> VerifyDeeplyAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Query("verify").Add("deep", "true"), ReadJson.Default.Verification, cancellationToken);

    /// <summary>One page of the administrative acts within the key's subtree, newest first.</summary>
    /// <param name="from">The first day (Asia/Ho_Chi_Minh); null for all.</param>
    /// <param name="to">The last day; null for today.</param>
    /// <param name="cursor">Where it begins: <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 1,000; null for the silo's default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<AuditPage> GetAuditPageAsync(
        DateOnly? from = null,
        DateOnly? to = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default) =>
        GetAsync(new QueryText("audit").Add("from", from)
            .Add("to", to)
            .Add("cursor", cursor)
            .Add("limit", limit), AccessJson.Default.AuditPage, cancellationToken);

    /// <summary>
    /// What the silo can say of itself and of the system it is part of. It answers within seconds, also while the ledger is away.
    /// </summary>
    public Task<Diagnosis> DiagnoseAsync(CancellationToken cancellationToken = default) =>
        GetAsync(new QueryText("diagnosis"), AccessJson.Default.Diagnosis, cancellationToken);
}
