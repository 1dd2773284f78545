using System;
using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Aggregation.Api.Http;

/// <summary>The whole body of a request, in a borrowed buffer: dispose it when it is read.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>
    /// The longest body of any call, in bytes: a file of 16 MiB, and what a form adds to it. Each call has a limit of its own.
    /// </summary>
    public const int MaxLength = 17 * 1024 * 1024;

    private const int FirstLength = 4096;

    private byte[] buffer;
    private int length;

    private RequestBody(int expected) => buffer = ArrayPool<byte>.Shared.Rent(expected);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The greatest length, in bytes.</param>
    /// <returns>Null when it is longer; then not all of it was read.</returns>
    public static async ValueTask<RequestBody?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            return null;
        var body = new RequestBody((int)(request.ContentLength ?? FirstLength));
        try
        {
            var complete = await body.FillAsync(request, limit);
            if (complete)
                return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }

        body.Dispose();
        return null;
    }

    /// <summary>What a body over the limit is answered with.</summary>
    public static IResult TooLarge(int limit) =>
        Problems.Create(StatusCodes.Status413PayloadTooLarge, ProblemCode.TooLarge, limit.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a body of another kind than the call takes is answered with; null when it is right.</summary>
    /// <param name="request">The request.</param>
    /// <param name="types">The media types taken, UTF-8 each.</param>
    public static IResult? CheckType(HttpRequest request, params ReadOnlySpan<string> types)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            request.HttpContext.Response.Headers.AcceptEncoding = "identity";
            return Problems.Create(StatusCodes.Status415UnsupportedMediaType, ProblemCode.WrongEncoding, encoding);
        }

        return IsOneOf(request.ContentType, types)
            ? null
            : Problems.Create(StatusCodes.Status415UnsupportedMediaType, ProblemCode.WrongMediaType, request.ContentType
                ?? "", string.Join(", ", types));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    private static bool IsOneOf(string? contentType, ReadOnlySpan<string> types)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var given))
            return false;
        foreach (var parameter in given.Parameters)
        {
            if (!parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)
                || !HeaderUtilities.RemoveQuotes(parameter.Value).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        foreach (var type in types)
        {
            if (given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private async ValueTask<bool> FillAsync(HttpRequest request, int limit)
    {
        // Nearly always all of it is here by now, and no clock needs to run.
        if (request.BodyReader.TryRead(out var first) && Take(request.BodyReader, first, limit) is { } done)
            return done;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        patience.CancelAfter(request.HttpContext.RequestServices.GetRequiredService<LimitSettings>().BodyTime);
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(patience.Token);
                if (Take(request.BodyReader, read, limit) is { } taken)
                    return taken;
            }
        }
        catch (OperationCanceledException exception) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not arrive in time.", StatusCodes.Status408RequestTimeout, exception);
        }
    }

    // True when all of it is here, false when it is too long, null when there is more to come.
    private bool? Take(PipeReader reader, in ReadResult read, int limit)
    {
        var fits = length + read.Buffer.Length <= limit;
        if (fits)
            Append(read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        return !fits ? false : read.IsCompleted ? true : null;
    }

    private void Append(in ReadOnlySequence<byte> bytes)
    {
        var needed = length + (int)bytes.Length;
        if (needed > buffer.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
            Bytes.CopyTo(longer);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = longer;
        }

        bytes.CopyTo(buffer.AsSpan(length));
        length = needed;
    }
}
