using System;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>The cookie that holds a session's token.</summary>
public static class SessionCookie
{
    /// <summary>Its name by HTTP.</summary>
    public const string Name = "aggregation-session";

    /// <summary>Its name by HTTPS: browsers take it from nobody but this very host, by HTTPS.</summary>
    public const string SecureName = "__Host-" + Name;

    /// <summary>The token a request carries; null when it carries none.</summary>
    public static string? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.TryGetValue(NameFor(request), out var token) && token.Length > 0 ? token : null;
    }

    /// <summary>Sends a token to the browser.</summary>
    public static void Write(HttpContext context, string token)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(NameFor(context.Request), token, Options(context, AccessSessions.Length));
    }

    /// <summary>Has the browser forget the token.</summary>
    public static void Clear(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(NameFor(context.Request), "", Options(context, TimeSpan.Zero));
    }

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : Name;

    private static CookieOptions Options(HttpContext context, TimeSpan length) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = length,
        IsEssential = true,
    };
}
