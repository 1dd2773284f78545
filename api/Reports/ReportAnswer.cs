using System;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Reports;

/// <summary>200: what became of every report.</summary>
/// <param name="edition">The edition that took them.</param>
/// <param name="judged">The batch.</param>
internal sealed class ReportAnswer(string edition, JudgedBatch judged) : IResult, IStatusCodeHttpResult
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, WriterOptions);
        json.WriteStartObject();
        json.WriteString("edition"u8, edition);
        json.WriteNumber("accepted"u8, judged.CountOf(ReportVerdict.Accepted));
        json.WriteNumber("duplicates"u8, judged.CountOf(ReportVerdict.Duplicate));
        WriteResults(json, judged);
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>The answer as a client reads it.</summary>
    public ReportReceipt ToReceipt() => new(
        edition,
        judged.CountOf(ReportVerdict.Accepted),
        judged.CountOf(ReportVerdict.Duplicate),
        ResultsOf(judged));

    /// <summary>One result for every report, in order.</summary>
    public static ReportResult[] ResultsOf(JudgedBatch judged) =>
        [.. Enumerable.Range(0, judged.Count).Select(place => new ReportResult(
            judged.UnitOf(place),
            judged.OutcomeOf(place)?.Sequence,
            Encoding.UTF8.GetString(NameOf(judged.OutcomeOf(place)?.Verdict))))];

    /// <summary>Writes <c>results</c>: one for every report, in order.</summary>
    public static void WriteResults(Utf8JsonWriter json, JudgedBatch judged)
    {
        json.WriteStartArray("results"u8);
        for (var place = 0; place < judged.Count; place++)
        {
            var outcome = judged.OutcomeOf(place);
            json.WriteStartObject();
            json.WriteString("unit"u8, judged.UnitOf(place));
            if (outcome?.Sequence is { } sequence)
                json.WriteNumber("sequence"u8, sequence);
            else
                json.WriteNull("sequence"u8);
            json.WriteString("outcome"u8, NameOf(outcome?.Verdict));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ReadOnlySpan<byte> NameOf(ReportVerdict? verdict) => verdict switch
    {
        ReportVerdict.Accepted => "accepted"u8,
        ReportVerdict.Duplicate => "duplicate"u8,
        ReportVerdict.Conflict => "conflict"u8,
        ReportVerdict.Invalid => "invalid"u8,
        _ => "not-recorded"u8,
    };
}
