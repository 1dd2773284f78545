using System.Threading;

namespace Aggregation.Files.Content;

/// <summary>What the reading of one workbook may cost, all its parts together and each as often as it is read.</summary>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class ReadingBudget(CancellationToken cancellationToken)
{
    private long letters;
    private long tags;
    private long textLength;
    private int texts;

    /// <summary>Counts markup before anything is made of it.</summary>
    /// <exception cref="FileLimitException">It is too much.</exception>
    public void TakeMarkup(int length, int tagCount)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if ((letters += length) > FileLimits.MaxUnpackedBytes)
            throw new FileLimitException(FileFaultCode.TooManyUnpackedBytes, FileLimits.MaxUnpackedBytes);
        if ((tags += tagCount) > FileLimits.MaxTags)
            throw new FileLimitException(FileFaultCode.TooManyTags, FileLimits.MaxTags);
    }

    /// <summary>Counts a text that many cells may share.</summary>
    /// <exception cref="FileLimitException">It is too much.</exception>
    public void TakeSharedText(int length)
    {
        if (++texts > FileLimits.MaxCells)
            throw new FileLimitException(FileFaultCode.TooManyTexts, FileLimits.MaxCells);
        TakeText(length);
    }

    /// <summary>Counts the text of a cell.</summary>
    /// <exception cref="FileLimitException">It is too much.</exception>
    public void TakeText(int length)
    {
        if (length > FileLimits.MaxTextLength)
            throw new FileLimitException(FileFaultCode.TooLongText, FileLimits.MaxTextLength);
        if ((textLength += length) > FileLimits.MaxTextTogether)
            throw new FileLimitException(FileFaultCode.TooMuchText, FileLimits.MaxTextTogether);
    }
}
