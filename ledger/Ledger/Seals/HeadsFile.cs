using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// The file of heads: signed lines, each on the disk before <see cref="Append"/> returns. One silo writes a file. Safe for concurrent use.
/// </summary>
internal sealed class HeadsFile : IDisposable
{
    private readonly string path;
    private readonly int mostBytes;
    private readonly LedgerSeal seal;
    private readonly Lock gate = new();
    private FileStream file;
    private string last;

    private HeadsFile(string path, int mostBytes, LedgerSeal seal, FileStream file)
    {
        (this.path, this.mostBytes, this.seal, this.file) = (path, mostBytes, seal, file);
        var reading = HeadsReading.Read(file, seal.Keys);
        Known = reading.Heads;
        KnownSets = reading.Sets;
        last = reading.Last;
        // What a crash cut off is no line; the next one must not follow on it.
        file.SetLength(reading.Length);
        file.Position = reading.Length;
    }

    /// <summary>The last signed head of every unit. Changed by <see cref="Append"/> only.</summary>
    public IReadOnlyDictionary<int, SealedHead> Known { get; private set; }

    /// <summary>The sets as they were last signed, by their kinds. Changed by <see cref="Append"/> only.</summary>
    public IReadOnlyDictionary<string, SignedSet> KnownSets { get; private set; }

    /// <summary>Opens the file, and creates it when it is not there.</summary>
    /// <exception cref="LedgerStartException">It cannot be written, or another silo writes it.</exception>
    public static HeadsFile Open(string path, int mostBytes, LedgerSeal seal)
    {
        FileStream? opened = null;
        try
        {
            opened = Create(path, FileMode.OpenOrCreate);
            return new HeadsFile(path, mostBytes, seal, opened);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            opened?.Dispose();
            throw new LedgerStartException(
                $"The file of heads '{path}' cannot be written ({exception.Message.TrimEnd('.')}); Ledger__HeadsPath must name a file in "
                    + "a folder that is there, of this silo alone, that it may write.",
                exception);
        }
    }

    /// <summary>Signs heads and sets, and writes them.</summary>
    /// <exception cref="IOException">They cannot be written; nothing of them counts as signed.</exception>
    public void Append(DateTimeOffset at, IReadOnlyCollection<SealedHead> changed, IReadOnlyCollection<SignedSet> sets)
    {
        lock (gate)
        {
            var known = new Dictionary<int, SealedHead>(Known);
            foreach (var head in changed)
                known[head.Unit] = head;
            var full = file.Position > mostBytes;
            var record = HeadsRecord.Sign(at, seal, sets, [.. (full ? known.Values : changed).OrderBy(head => head.Unit)], last);
            if (full)
                BeginAnew(record);
            else
                Write(file, record);
            last = record.Signature;
            Known = known;
            KnownSets = sets.ToDictionary(set => set.Kind, StringComparer.Ordinal);
        }
    }

    /// <summary>Reads the file as it stands on the disk.</summary>
    public HeadsReading Read()
    {
        lock (gate)
        {
            var end = file.Position;
            try
            {
                return HeadsReading.Read(file, seal.Keys);
            }
            finally
            {
                file.Position = end;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    // On Unix only FileShare.None keeps another process out.
    private static FileStream Create(string path, FileMode mode) => OwnersFile.Open(path, mode, FileAccess.ReadWrite, FileShare.None);

    private static void Write(FileStream file, HeadsRecord record)
    {
        var start = file.Position;
        try
        {
            file.Write(Encoding.ASCII.GetBytes($"{record}\n"));
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(start);
            throw;
        }
    }

    // The new file takes the old one's place in one step, so that there is never none.
    private void BeginAnew(HeadsRecord record)
    {
        using (var fresh = Create(path + ".new", FileMode.Create))
            Write(fresh, record);
        file.Dispose();
        File.Move(path + ".new", path, overwrite: true);
        file = Create(path, FileMode.Open);
        file.Seek(0, SeekOrigin.End);
    }
}
