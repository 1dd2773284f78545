using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Client;

/// <summary>
/// Every call of Aggregation's API. Calls are tried again where that can help and cannot harm; a refusal is an
/// <see cref="AggregationProblemException"/>, silence an <see cref="AggregationUnreachableException"/>. One client serves
/// any number of callers at once.
/// </summary>
public sealed partial class AggregationClient : IDisposable
{
    private const string Root = "api/v1/";

    private readonly AggregationClientOptions options;
    private readonly HttpClient http;
    private readonly Sender sender;
    private readonly Uri url;
    private readonly bool isOwner;

    /// <summary>Makes a client with connections of its own.</summary>
    public AggregationClient(AggregationClientOptions options)
        : this(MakeHttp(), options) => isOwner = true;

    /// <summary>Makes a client over connections that somebody else looks after, such as an <c>IHttpClientFactory</c>.</summary>
    /// <param name="http">The connections. Its own timeout must be longer than that of the options.</param>
    /// <param name="options">The options.</param>
    public AggregationClient(HttpClient http, AggregationClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        this.http = http;
        this.options = options;
        sender = new Sender(http, options);
        var text = options.Url.AbsoluteUri;
        url = text.EndsWith('/') ? options.Url : new Uri(text + "/");
    }

    /// <summary>Ends the client's own connections.</summary>
    public void Dispose()
    {
        if (isOwner)
            http.Dispose();
    }

    /// <summary>
    /// The last day (Asia/Ho_Chi_Minh) of the client's key, as the latest answer told it; null while that is more than 30 days away.
    /// </summary>
    public DateOnly? KeyExpiresOn => sender.KeyExpiresOn;

    private static HttpClient MakeHttp()
    {
        // Connections are renewed so that a silo that moved is found again.
        var handler =
            new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{answer.RequestMessage?.RequestUri} answered with what is not an answer of this API: {exception.Message}",
                exception);
        }
    }

    private static async IAsyncEnumerable<TItem> EachAsync<TPage, TItem>(
        Func<string?, Task<TPage>> read,
        Func<TPage, (IReadOnlyList<TItem> Items, string? Next)> open,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (items, next) = open(await read(cursor));
            foreach (var item in items)
                yield return item;
            cursor = next;
        }
        while (cursor is not null);
    }

    private static ByteArrayContent JsonOf<T>(T body, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(body, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private Uri UriOf(QueryText query) => new(url, Root + query);

    private QueryText Query(string path) => new QueryText(path).Add("edition", options.Edition);

    private QueryText OfUnit(string code, string call = "") => Query($"units/{QueryText.Escape(code)}{call}");

    private async Task<T> GetAsync<T>(QueryText query, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var uri = UriOf(query);
        using var answer = await sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, uri),
            Repetition.Harmless,
            HttpCompletionOption.ResponseContentRead,
            cancellationToken);
        return await ReadAsync(answer, type, cancellationToken);
    }

    private async Task<T> PostAsync<T>(
        QueryText query,
        Func<HttpContent> body,
        Repetition repetition,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        var uri = UriOf(query);
        using var answer = await sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, uri) { Content = body() },
            repetition,
            HttpCompletionOption.ResponseContentRead,
            cancellationToken);
        return await ReadAsync(answer, type, cancellationToken);
    }
}
