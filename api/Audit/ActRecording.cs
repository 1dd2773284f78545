using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Audit;

/// <summary>
/// Records calls that are administrative acts. Each is recorded before it is answered; what cannot be recorded is answered with 503.
/// </summary>
public static class ActRecording
{
    /// <summary>Has an endpoint's calls recorded.</summary>
    /// <param name="endpoint">The endpoint; its handler says on <see cref="ActDraft"/> what it does.</param>
    /// <param name="act">What it does, one of <see cref="ActName"/>.</param>
    public static RouteHandlerBuilder Records(this RouteHandlerBuilder endpoint, string act) =>
        endpoint.WithMetadata(new ActMetadata(act)).AddEndpointFilter((invocation, next) => RunAsync(invocation, next, act));

    private static async ValueTask<object?> RunAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, string act)
    {
        var context = invocation.HttpContext;
        var draft = new ActDraft { Act = act };
        draft.Attach(context);
        object? result;
        try
        {
            result = await next(invocation);
        }
        catch (Exception)
        {
            await TryRecordAsync(context, draft);
            throw;
        }

        await RecordAsync(context, draft, ActOutcome.Of((result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK));
        return result;
    }

    private static async Task TryRecordAsync(HttpContext context, ActDraft draft)
    {
        try
        {
            await RecordAsync(context, draft, ActOutcome.Failed);
        }
        catch (LedgerUnavailableException)
        {
            // The failure that is answered already says so.
        }
    }

    // The act is done, whether or not its caller still waits.
    private static Task RecordAsync(HttpContext context, ActDraft draft, string outcome) => draft.IsRecorded || draft.Unit is not { } unit
        ? Task.CompletedTask
        : context.RequestServices.GetRequiredService<IActStore>().RecordAsync(
            new AdministrativeAct
            {
                At = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                Act = draft.Act,
                Key = Caller.Of(context).Key?.Id,
                Edition = draft.Edition,
                Unit = unit,
                Target = draft.Target,
                Outcome = outcome,
                RequestId = context.TraceIdentifier,
                Figures = draft.Figures,
                Address = SenderAddress.Whole(context),
                Details = draft.Details,
            },
            CancellationToken.None);
}
