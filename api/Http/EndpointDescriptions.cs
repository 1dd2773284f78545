using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Aggregation.Api.Description;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Aggregation.Api.Http;

/// <summary>What <c>/openapi/v1.json</c> says of an endpoint whose body and query are read by hand.</summary>
internal static class EndpointDescriptions
{
    /// <summary>What the call does, and the heading it stands under.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary, string tag) =>
        endpoint.WithSummary(summary).WithTags(tag);

    /// <summary>A JSON body. Not <c>Accepts</c>, which would have routing answer 415 before 401.</summary>
    public static RouteHandlerBuilder TakesJson<TBody>(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(TBody), null, cancellationToken);
            operation.RequestBody = Body("application/json", new ApiSchemas(context.Document!, Catalogue(context)).Refer(schema));
            operation.RequestBody.Content!["application/json"].Example = ApiExamples.Of(typeof(TBody));
        });

    /// <summary>A body of text.</summary>
    public static RouteHandlerBuilder TakesText(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body(mediaType, new OpenApiSchema { Type = JsonSchemaType.String });
            return Task.CompletedTask;
        });

    /// <summary>A file: as it is under one of some media types, or as the part <c>file</c> of a form.</summary>
    public static RouteHandlerBuilder TakesFile(
        this RouteHandlerBuilder endpoint,
        params string[] mediaTypes) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = file },
        };
        var body = Body("multipart/form-data", form);
        foreach (var mediaType in mediaTypes)
            body.Content![mediaType] = new OpenApiMediaType { Schema = file };
        operation.RequestBody = body;
        return Task.CompletedTask;
    });

    /// <summary>A query parameter.</summary>
    public static RouteHandlerBuilder TakesQuery(
        this RouteHandlerBuilder endpoint,
        string name,
        string description) => endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
    {
        var path = context.Description.RelativePath!;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Required = QuerySchemas.IsRequired(path, name),
            Description = description,
            Schema = new QuerySchemas(Catalogue(context)).Of(path, name),
            Example = ApiExamples.Of(path, name),
        });
        return Task.CompletedTask;
    });

    /// <summary>A part of the path.</summary>
    public static RouteHandlerBuilder TakesPath(
        this RouteHandlerBuilder endpoint,
        string name,
        string description) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var parameter in operation.Parameters ?? [])
        {
            if (parameter.In == ParameterLocation.Path && string.Equals(parameter.Name, name, StringComparison.Ordinal))
                parameter.Description = description;
        }

        return Task.CompletedTask;
    });

    /// <summary>The problems it may answer with.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, "application/problem+json");
        return endpoint;
    }

    /// <summary>Answers with a file.</summary>
    public static RouteHandlerBuilder ProducesFile(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.Produces<string>(contentType: mediaType).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            ((OpenApiMediaType)operation.Responses!["200"].Content![mediaType]).Schema =
                new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            return Task.CompletedTask;
        });

    private static IndicatorCatalogue Catalogue(OpenApiOperationTransformerContext context) =>
        context.ApplicationServices.GetRequiredService<IndicatorCatalogue>();

    private static OpenApiRequestBody Body(string mediaType, IOpenApiSchema schema) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [mediaType] = new() { Schema = schema } },
    };
}
