using System;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Aggregation.Api.Reports.Files;

/// <summary>The file in the body of a request: the body itself, or the part <c>file</c> of a form.</summary>
internal static class ReportFileUpload
{
    /// <summary>What a file may be sent as; which it is, its bytes say.</summary>
    public static readonly string[] MediaTypes =
    [
        "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel",
        "application/octet-stream",
    ];

    private const string Form = "multipart/form-data";
    private const int FormOverhead = 16 * 1024;
    private const int LongestBoundary = 70;

    /// <summary>Reads the file, or says why it cannot be read.</summary>
    public static async Task<(byte[] File, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        var isForm = IsForm(request, out var boundary);
        if (!isForm && RequestBody.CheckType(request, [.. MediaTypes, Form]) is { } wrongType)
            return ([], wrongType);
        using var body = await RequestBody.ReadAsync(request, isForm ? FileLimits.MaxBytes + FormOverhead : FileLimits.MaxBytes);
        if (body is null)
            return ([], RequestBody.TooLarge(FileLimits.MaxBytes));
        var bytes = body.Bytes.ToArray();
        if (!isForm)
            return (bytes, null);
        return await ReadPartAsync(bytes, boundary) is { } file
            ? (file, null)
            : ([], Problems.Create(StatusCodes.Status400BadRequest, ProblemCode.BadUpload));
    }

    // A compressed form is left to the check of types, which says what is wrong with it.
    private static bool IsForm(HttpRequest request, out string boundary)
    {
        boundary = "";
        if (request.Headers.ContentEncoding.Count > 0
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return true;
    }

    private static async Task<byte[]?> ReadPartAsync(byte[] body, string boundary)
    {
        if (boundary.Length is 0 or > LongestBoundary)
            return null;
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body, writable: false));
            byte[]? file = null;
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                if (file is not null
                    || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    || !HeaderUtilities.RemoveQuotes(disposition.Name).Equals("file", StringComparison.Ordinal))
                {
                    return null;
                }

                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content);
                file = content.ToArray();
            }

            return file;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
