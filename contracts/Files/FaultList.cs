using System.Collections.Generic;
using System.Globalization;

namespace Aggregation.Files;

/// <summary>What a reader finds wrong, with its sentences in one language.</summary>
/// <param name="language">The reader's language.</param>
internal sealed class FaultList(CultureInfo language)
{
    private readonly List<FileFault> faults = [];

    /// <summary>The faults, in the order in which they were found.</summary>
    public IReadOnlyList<FileFault> All => faults;

    /// <summary>True when nothing more will be told.</summary>
    public bool IsFull => faults.Count > FileLimits.MaxFaults;

    /// <summary>Adds a fault; of more than can be told only that there are more.</summary>
    public void Add(CellPlace place, string code, params object[] arguments) => AddWorded(place, code, code, arguments);

    /// <summary>Adds a fault for which there is a better sentence than the one of its code.</summary>
    public void AddWorded(CellPlace place, string code, string sentence, params object[] arguments)
    {
        if (faults.Count < FileLimits.MaxFaults)
            faults.Add(new FileFault(place, code, FileWords.Sentence(language, sentence, arguments)));
        else if (faults.Count == FileLimits.MaxFaults)
            faults.Add(new FileFault(
                default,
                FileFaultCode.TooManyFaults,
                FileWords.Sentence(language, FileFaultCode.TooManyFaults, FileLimits.MaxFaults)));
    }
}
