using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Threading.Tasks;
using Aggregation.Api.Resources;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Import;
using Aggregation.Domain.Reports;
using Aggregation.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Aggregation.Api.Http;

/// <summary>An answer that says what is wrong; see <see cref="Problems"/>.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">One of <see cref="ProblemCode"/>.</param>
/// <param name="arguments">What the sentence names.</param>
/// <param name="faults">The single faults, in the order of the input.</param>
public sealed class ProblemResult(int status, string code, IReadOnlyList<string> arguments, IReadOnlyList<Fault> faults)
    : IResult, IStatusCodeHttpResult
{
    // What is refused for good has no severity: errors are as they were before there were warnings.
    private const string Warning = "warning";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <summary>One of <see cref="ProblemCode"/>.</summary>
    public string Code => code;

    /// <summary>The refused lines of a list of units.</summary>
    public IReadOnlyList<ImportFault> Lines { get; init; } = [];

    /// <summary>What is wrong with a file of reports, with its sentences in the reader's language.</summary>
    public IReadOnlyList<FileFault> Cells { get; init; } = [];

    /// <summary>How long to wait before trying again; null to say nothing about it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Writes further members of the problem; null for none.</summary>
    public Action<Utf8JsonWriter>? WriteMore { get; init; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var language = AcceptedLanguage.Of(httpContext.Request);
        var response = httpContext.Response;
        ProblemMeter.Answered(status, code);
        response.StatusCode = status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.ContentLanguage = Messages.Tag(language);
        response.Headers.CacheControl = "no-store";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

        await using var json = new Utf8JsonWriter(response.BodyWriter, WriterOptions);
        Write(json, language, httpContext.RequestServices, httpContext.TraceIdentifier);
        await json.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>The problem of a batch of reports as a client reads it.</summary>
    internal Problem ToProblem(IndicatorCatalogue catalogue, Language language) => new()
    {
        Type = TypeOf(code),
        Title = TitleIn(language),
        Status = status,
        Detail = DetailIn(language),
        Errors = faults.Count == 0 ? null : [.. faults.Select(fault => new ProblemError(
            fault.Pointer,
            fault.Code,
            new FaultSentences(catalogue, language).Of(fault),
            Severity: fault.IsWarning ? Warning : null))],
    };

    private static string TypeOf(string code) => "urn:aggregation:problem:" + code;

    private string TitleIn(Language language) => Messages.Format(language, $"Problem.{code}.Title", []);

    private string DetailIn(Language language) =>
        Messages.Format(language, "Problem."
            + code, arguments, ("count", (faults.Count + Lines.Count + Cells.Count).ToString(CultureInfo.InvariantCulture)));

    private void Write(Utf8JsonWriter json, Language language, IServiceProvider services, string? requestId)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, TypeOf(code));
        json.WriteString("title"u8, TitleIn(language));
        json.WriteNumber("status"u8, status);
        json.WriteString("detail"u8, DetailIn(language));
        if (faults.Count + Lines.Count + Cells.Count > 0)
        {
            json.WriteStartArray("errors"u8);
            if (faults.Count > 0)
                WriteFaults(json, new FaultSentences(services.GetRequiredService<IndicatorCatalogue>(), language));
            foreach (var line in Lines)
                Write(json, language, line);
            foreach (var cell in Cells)
                Write(json, cell);
            json.WriteEndArray();
        }

        WriteMore?.Invoke(json);
        if (requestId is not null)
            json.WriteString("requestId"u8, requestId);
        json.WriteEndObject();
    }

    private void WriteFaults(Utf8JsonWriter json, FaultSentences sentences)
    {
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("pointer"u8, fault.Pointer);
            json.WriteString("code"u8, fault.Code);
            json.WriteString("message"u8, sentences.Of(fault));
            if (fault.IsWarning)
                json.WriteString("severity"u8, Warning);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, Language language, ImportFault fault)
    {
        var line = fault.Line.ToString(CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteNumber("line"u8, fault.Line);
        json.WriteString("pointer"u8, "/lines/" + line);
        json.WriteString("code"u8, fault.Code);
        json.WriteString("message"u8, Messages.Format(language, "Import." + fault.Code, fault.Arguments, ("line", line)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FileFault fault)
    {
        json.WriteStartObject();
        json.WriteString("pointer"u8, fault.Place.Pointer);
        if (fault.Place.Sheet is { } sheet)
            json.WriteString("sheet"u8, sheet);
        if (fault.Place.Row > 0)
            json.WriteNumber("row"u8, fault.Place.Row);
        if (fault.Place.Column > 0)
            json.WriteNumber("column"u8, fault.Place.Column);
        if (fault.Place.Cell is { } cell)
            json.WriteString("cell"u8, cell);
        json.WriteString("code"u8, fault.Code);
        json.WriteString("message"u8, fault.Message);
        if (fault.IsWarning)
            json.WriteString("severity"u8, Warning);
        json.WriteEndObject();
    }
}
