using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Client;

/// <summary>Sends requests, and sends them again where that can help.</summary>
/// <param name="http">What carries them.</param>
/// <param name="options">The options.</param>
internal sealed class Sender(HttpClient http, AggregationClientOptions options)
{
    private const string ExpiryHeader = "Aggregation-Key-Expires";

    private int keyExpiresOn;

    /// <summary>The last day of the key, as the latest answer told it; null when it told none.</summary>
    public DateOnly? KeyExpiresOn => Volatile.Read(ref keyExpiresOn) is > 0 and var day ? DateOnly.FromDayNumber(day) : null;

    /// <summary>Sends until it succeeds or cannot.</summary>
    /// <param name="make">Makes the request anew for every try.</param>
    /// <param name="repetition">Whether it may be sent twice.</param>
    /// <param name="completion">How much of the answer is awaited here; what is not, is not sent for again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="AggregationProblemException">The silo refused.</exception>
    /// <exception cref="AggregationUnreachableException">No answer came.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage> make,
        Repetition repetition,
        HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            TimeSpan wait;
            try
            {
                var answer = await SendOnceAsync(make, completion, cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return answer;
                using (answer)
                    throw await ProblemReading.ReadAsync(answer, options.Time.GetUtcNow(), cancellationToken);
            }
            catch (AggregationProblemException problem) when (MayRepeat(problem, repetition, tries))
            {
                wait = problem.RetryAfter ?? options.Retry.DelayAfter(tries);
            }
            catch (Exception exception) when (IsLoss(exception, cancellationToken))
            {
                if (!MayRepeat(exception, repetition, tries))
                    throw new AggregationUnreachableException(options.Url, exception);
                wait = options.Retry.DelayAfter(tries);
            }

            await Task.Delay(wait, options.Time, cancellationToken);
        }
    }

    /// <summary>Sends once, whatever the answer.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(
        Func<HttpRequestMessage> make,
        HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        using var request = make();
        if (options.Key is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (options.Language is { } language)
            request.Headers.AcceptLanguage.ParseAdd(language);

        using var patience = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var answer = await http.SendAsync(request, completion, either.Token);
            Volatile.Write(ref keyExpiresOn, ExpiryOf(answer));
            return answer;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {options.Timeout.TotalSeconds:0} s.", exception);
        }
    }

    /// <summary>Whether no answer came, rather than a bad one.</summary>
    public static bool IsLoss(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException or TimeoutException && !cancellationToken.IsCancellationRequested;

    private static int ExpiryOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(ExpiryHeader, out var values)
            && DateOnly.TryParseExact(values.First(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber
            : 0;

    private bool MayRepeat(AggregationProblemException problem, Repetition repetition, int tries)
    {
        var passes = problem.Status switch
        {
            // Nothing was done before the limit was looked at.
            HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                repetition != Repetition.OnlyIfNotDone,
            _ => false,
        };
        return passes && !(problem.RetryAfter > options.Retry.LongestRetryAfter) && HasTriesLeft(repetition, tries);
    }

    private bool MayRepeat(Exception loss, Repetition repetition, int tries)
    {
        var neverArrived =
            loss is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
        return (neverArrived || repetition != Repetition.OnlyIfNotDone) && HasTriesLeft(repetition, tries);
    }

    private bool HasTriesLeft(Repetition repetition, int tries) => repetition switch
    {
        Repetition.Endless => true,
        Repetition.Never => false,
        _ => tries < options.Retry.Attempts,
    };
}
