using System;
using System.Globalization;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Aggregation.Api.Pipeline;

/// <summary>
/// What every answer carries: the request's id, and what browsers are to refuse. Answers of the API are no pages, so nothing in them
/// may be run or framed, and nobody keeps their figures; pages run only what this server sends.
/// </summary>
/// <param name="next">What follows.</param>
/// <param name="settings">Whether browsers are told to come back by HTTPS only.</param>
/// <param name="clock">Whether the ledger's rows are dated later than the silo's clock.</param>
/// <param name="reach">Whether what the silo holds may be behind what others have acknowledged.</param>
/// <param name="logger">Where the request's id is part of every line.</param>
internal sealed class AnswerHeaders(
    RequestDelegate next,
    AnswerSettings settings,
    LedgerClock clock,
    Reach reach,
    ILogger<AnswerHeaders> logger)
{
    private static readonly StringValues NoPage = "default-src 'none'; frame-ancestors 'none'";
    private static readonly StringValues Page =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly StringValues NoSniffing = "nosniff";
    private static readonly StringValues NotStored = "no-store";
    // Not no-referrer, with which browsers send Origin: null, and a write by cookie needs the origin.
    private static readonly StringValues OwnReferrer = "same-origin";
    private static readonly StringValues NoDevices =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
    private static readonly PathString[] Pageless = ["/api", "/health", "/openapi"];

    private readonly StringValues transportSecurity = settings.HstsDays > 0
        ? string.Create(CultureInfo.InvariantCulture, $"max-age={(long)TimeSpan.FromDays(settings.HstsDays).TotalSeconds}")
        : StringValues.Empty;

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isChosen = RequestId.TryAdopt(context);
        Write(context);
        context.Items[typeof(AnswerHeaders)] = this;
        return isChosen ? NextAsync(context) : next(context);
    }

    /// <summary>Adds them again to an answer that was cleared.</summary>
    internal static void WriteAgain(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(AnswerHeaders), out var headers))
            ((AnswerHeaders)headers!).Write(context);
    }

    // The server's own scope may already have been written out with the id that it had made.
    private async Task NextAsync(HttpContext context)
    {
        using (logger.BeginScope("{RequestId}", context.TraceIdentifier))
            await next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[RequestId.Header] = context.TraceIdentifier;
        headers.XContentTypeOptions = NoSniffing;
        headers["Referrer-Policy"] = OwnReferrer;
        if (IsPage(context.Request.Path))
        {
            headers.ContentSecurityPolicy = Page;
            headers["Permissions-Policy"] = NoDevices;
        }
        else
        {
            headers.ContentSecurityPolicy = NoPage;
            headers.CacheControl = NotStored;
            if (clock.Ahead > TimeSpan.Zero)
                headers[LedgerClock.Header] = clock.Latest.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            if (reach.CutOffFor is { } age)
                headers.Age = ((long)Math.Ceiling(age.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (context.Request.IsHttps && transportSecurity.Count > 0 && !IsLoopback(context.Request.Host.Host))
            headers.StrictTransportSecurity = transportSecurity;
    }

    /// <summary>True for an address that pages and their files may have: it is none of the API.</summary>
    internal static bool IsPage(PathString path)
    {
        foreach (var pageless in Pageless)
        {
            if (path.StartsWithSegments(pageless, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    // Other programs listen there too, and not all of them by HTTPS.
    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
