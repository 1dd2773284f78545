using System;
using System.IO;
using System.Xml;

namespace Aggregation.Files.Content;

/// <summary>
/// The markup of a part on its way to the XML reader, which holds a tag with all its attributes, and a text, in memory at
/// once: no stretch without a new tag may be long.
/// </summary>
/// <param name="markup">The markup; closed with this reader.</param>
/// <param name="budget">Counts all of it.</param>
internal sealed class BoundedMarkup(TextReader markup, ReadingBudget budget) : TextReader
{
    // A cell's longest text, every letter of it written as a reference such as &#x1EA0;.
    private const int LongestStretch = 8 * (FileLimits.MaxTextLength + 1);

    private int stretch;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var read = markup.Read(buffer, index, count);
        var letters = buffer.AsSpan(index, read);
        var last = letters.LastIndexOf('<');
        budget.TakeMarkup(read, last < 0 ? 0 : letters.Count('<'));
        stretch = last < 0 ? stretch + read : read - last;
        return stretch <= LongestStretch ? read : throw new FileLimitException(FileFaultCode.TooLongText, FileLimits.MaxTextLength);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            markup.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The names of a document's elements and attributes, each kept once: no workbook has many.</summary>
    public sealed class Names : NameTable
    {
        private const int Most = 10_000;

        private int count;

        /// <inheritdoc/>
        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

        /// <inheritdoc/>
        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        private string Count(string added) => ++count <= Most ? added : throw new FileLimitException(FileFaultCode.TooManyTags, Most);
    }
}
