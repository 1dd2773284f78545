namespace Aggregation.Domain.Reports;

/// <summary>A version of the normal form of names. A later one holds more spellings to be one name, never fewer.</summary>
public enum NameForm
{
    /// <summary>Composition, white space, case, and where a tone mark is written do not count.</summary>
    Composed = 1,

    /// <summary>Nor does which of several characters a letter is written with: <see cref="Spelling"/>.</summary>
    LettersFolded = 2,
}
