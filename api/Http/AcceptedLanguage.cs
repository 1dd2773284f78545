using System;
using System.Collections.Generic;
using Aggregation.Api.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aggregation.Api.Http;

/// <summary>Which language a request wants to be answered in: <c>Accept-Language</c>, Vietnamese where it names neither.</summary>
public static class AcceptedLanguage
{
    /// <summary>The language of the answer.</summary>
    public static Language Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
            return Language.Vietnamese;
        return Quality(wanted, "en") > Quality(wanted, "vi") ? Language.English : Language.Vietnamese;
    }

    // The place in the list decides between equal qualities, as readers of such lists expect.
    private static double Quality(IList<StringWithQualityHeaderValue> wanted, string language)
    {
        var best = 0d;
        for (var place = 0; place < wanted.Count; place++)
        {
            var tag = wanted[place].Value.AsSpan();
            var dash = tag.IndexOf('-');
            if ((dash < 0 ? tag : tag[..dash]).Equals(language, StringComparison.OrdinalIgnoreCase) && (wanted[place].Quality ?? 1) > 0)
                best = Math.Max(best, (wanted[place].Quality ?? 1) - (place * 1e-6));
        }

        return best;
    }
}
