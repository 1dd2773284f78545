using System;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Security;

/// <summary>The cookie that holds a session's token.</summary>
public static class SessionCookie
{
    /// <summary>Its name.</summary>
    public const string Name = "aggregation-session";

    /// <summary>The token a request carries; null when it carries none.</summary>
    public static string? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.TryGetValue(Name, out var token) && token.Length > 0 ? token : null;
    }

    /// <summary>Sends a token to the browser.</summary>
    public static void Write(HttpContext context, string token)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(Name, token, Options(context, AccessSessions.Length));
    }

    /// <summary>Has the browser forget the token.</summary>
    public static void Clear(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(Name, "", Options(context, TimeSpan.Zero));
    }

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
