using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Client;

/// <summary>Bytes that say how far they have been sent.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="progress">Who is told.</param>
internal sealed class ProgressContent(ReadOnlyMemory<byte> bytes, IProgress<long>? progress) : HttpContent
{
    private const int Step = 64 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            var part = bytes.Slice(sent, Math.Min(Step, bytes.Length - sent));
            await stream.WriteAsync(part, cancellationToken);
            sent += part.Length;
            progress?.Report(sent);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
