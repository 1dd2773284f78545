using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.RollUps;

/// <summary><c>GET /units/{code}/children</c>: the roll-ups of the direct children, or of all units below at one level.</summary>
public static class ChildrenEndpoints
{
    private const string List = "children";

    // The items' own bytes are put in as they are.
    private static readonly JsonWriterOptions Written =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapChildren(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/units/{code}/children", ["level", "asOf", "knownAt", "cursor", "limit"], GetChildren)
            .WithName("GetChildren").Describe(
                "The roll-ups of the direct children, or of all units below at one level",
                "Figures").Produces<RollUpPage>();
        return routes;
    }

    private static async Task<IResult> GetChildren(
        UnitRequest request,
        IndicatorCatalogue catalogue,
        LiveRollUps live,
        HistoricalRollUps past,
        RollUpFrames frames,
        RollUpMapping mapping)
    {
        var query = request.Query;
        var level = request.LevelBelow(catalogue);
        var limit = query.Limit(level is null ? int.MaxValue : QueryParameters.DefaultLimit);
        var dates = query.Dates();
        var after = PageCursor.Read(query, List, 1)?[0];
        if (query.Problem is { } problem)
            return problem;

        var all = level is { } below
            ? EditionIndex.Of(request.Edition).UnitsBelow(request.Index, below)
            : [.. request.Edition.ChildrenOf(request.Index)];
        var rest = after is null ? all : all.RemoveAll(index => string.CompareOrdinal(request.Edition.Units[index].Code, after) <= 0);
        var page = rest.Length > limit ? rest[..limit] : rest;
        var next = rest.Length > limit ? PageCursor.Write(List, request.Edition.Units[page[^1]].Code) : null;
        if (dates.IsLive)
        {
            var rollUps = await live.GetWarmAsync(request.Edition, page, request.Aborted);
            return new JsonBytes(Write(request, rollUps.Select(rollUp => frames.Of(rollUp).Json), next));
        }

        var area = await past.GetAsync(request.Edition, request.Index, dates, request.Aborted);
        return new JsonBytes(Write(request, page.Select(index => Serialize(area.Map(mapping, index))), next));
    }

    private static ReadOnlyMemory<byte> Serialize(UnitRollUp rollUp) =>
        JsonSerializer.SerializeToUtf8Bytes(rollUp, ReadJson.Written.UnitRollUp);

    private static ReadOnlyMemory<byte> Write(UnitRequest request, IEnumerable<ReadOnlyMemory<byte>> items, string? next)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Written))
        {
            json.WriteStartObject();
            json.WriteString("edition"u8, request.Edition.Name);
            json.WriteBoolean("simulated"u8, request.Simulated);
            json.WriteStartArray("items"u8);
            foreach (var item in items)
                json.WriteRawValue(item.Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteString("next"u8, next);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
