using System;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.RollUps;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Aggregation.Api.Pipeline;

/// <summary>Turns exceptions, and refusals without a body (no such path, no such method), into problems.</summary>
/// <param name="next">What follows.</param>
/// <param name="settings">The limits that problems name.</param>
/// <param name="logger">Where failures of the program are told.</param>
public sealed class ProblemHandling(RequestDelegate next, LimitSettings settings, ILogger<ProblemHandling> logger)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FoldRetry = TimeSpan.FromSeconds(5);

    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
            if (FindProblem(context) is { } problem)
                await problem.ExecuteAsync(context);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested
            && exception is OperationCanceledException or BadHttpRequestException)
        {
            // Nobody is left to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            AnswerHeaders.WriteAgain(context);
            await ProblemOf(context, exception).ExecuteAsync(context);
        }
    }

    private static ProblemResult? FindProblem(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null || response.ContentLength is > 0)
            return null;
        var path = context.Request.Path.ToString();
        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new ProblemResult(response.StatusCode, ProblemCode.NotFound, [path], []),
            StatusCodes.Status405MethodNotAllowed =>
                new ProblemResult(response.StatusCode, ProblemCode.MethodNotAllowed, [context.Request.Method, path], []),
            < 500 => new ProblemResult(response.StatusCode, ProblemCode.BadRequest, [], []),
            _ => null,
        };
    }

    private ProblemResult ProblemOf(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return new ProblemResult(
                    StatusCodes.Status413PayloadTooLarge,
                    ProblemCode.TooLarge,
                    [RequestBody.MaxLength.ToString(CultureInfo.InvariantCulture)],
                    []);
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                // Bytes that are still under way would be taken for the next request.
                context.Response.Headers.Connection = "close";
                return new ProblemResult(
                    StatusCodes.Status408RequestTimeout,
                    ProblemCode.TooSlow,
                    [settings.BodyTime.TotalSeconds.ToString(CultureInfo.InvariantCulture)],
                    []);
            case BadHttpRequestException refused:
                return new ProblemResult(refused.StatusCode, ProblemCode.BadRequest, [], []);
            case TooManyFoldsException folds:
                return Problems.Busy(ProblemCode.TooManyFolds, folds.Most, FoldRetry);
            case LedgerUnavailableException or TimeoutException or UnknownUnitException or OrleansException or OperationCanceledException:
                logger.AnsweredUnavailable(exception);
                return new ProblemResult(StatusCodes.Status503ServiceUnavailable, ProblemCode.Unavailable, [], []) { RetryAfter = Retry };
            default:
                logger.RequestFailed(context.Request.Method, context.Request.Path, context.TraceIdentifier, exception);
                return new ProblemResult(
                    StatusCodes.Status500InternalServerError,
                    ProblemCode.InternalError,
                    [context.TraceIdentifier],
                    []);
        }
    }
}
