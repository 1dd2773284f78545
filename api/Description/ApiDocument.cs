using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Domain.Catalogue;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Aggregation.Api.Description;

/// <summary><c>/openapi/v1.json</c>: every call, what it takes and answers, and how to be let in.</summary>
internal static class ApiDocument
{
    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(DescribeAsync);
        options.AddDocumentTransformer(MendAsync);
        options.AddOperationTransformer(SecureAsync);
    });

    private static Task DescribeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Aggregation",
            Version = "v1",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Description = "Live national totals of reports by administrative units. Problems follow RFC 9457, in Vietnamese or, by "
                + "Accept-Language, in English. "
                + "Every answer carries X-Request-Id, the one that was sent where it is 1 to 64 letters, digits and -_.:, and a problem "
                + "repeats it as requestId. "
                + $"Answers to a key within {KeyExpiry.WarningDays} days of its last one carry {KeyExpiry.Header} with that day. "
                + "A sender over a limit is answered with 429 and Retry-After.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(System.StringComparer.Ordinal)
        {
            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key: agg_…" },
            ["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionCookie.Name,
                Description = "The cookie of POST /session; writes also need a matching Origin."
            },
        };
        return Task.CompletedTask;
    }

    private static Task MendAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var server in document.Servers ?? [])
            server.Url = server.Url?.TrimEnd('/');
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Figures", Description = "Roll-ups of a unit and everything below it, live and as of any day." },
            new() { Name = "Units", Description = "The lists of units, and what can be reported." },
            new() { Name = "Reports", Description = "Reporting, one by one or by file, and what was reported." },
            new() { Name = "Security", Description = "Keys, and sessions of pages that sign in with one." },
            new() { Name = "Administration", Description = "Lists of units, proofs, what was done, and how the system is." },
        };
        new ApiSchemas(document, context.ApplicationServices.GetRequiredService<IndicatorCatalogue>()).Mend();
        return Task.CompletedTask;
    }

    private static Task SecureAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken)
    {
        var need = AccessPolicy.NeedOf(context.Description.ActionDescriptor.EndpointMetadata) ?? AccessNeed.Read;
        if (need == AccessNeed.Nothing)
        {
            operation.Security = [new OpenApiSecurityRequirement()];
            return Task.CompletedTask;
        }

        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] },
        ];
        if (need is AccessNeed.Read or AccessNeed.Identity)
            operation.Security.Add(new OpenApiSecurityRequirement());
        return Task.CompletedTask;
    }
}
