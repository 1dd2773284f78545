using System.Collections.Generic;

namespace Aggregation.Files;

/// <summary>What a file says.</summary>
/// <param name="Reports">The reports, the ones of a unit together, units in the order in which they first appear.</param>
/// <param name="Faults">Everything that is wrong as far as the file itself can tell; while there are any, nothing may be recorded.</param>
/// <param name="UnchangedRows">The rows of units that state nothing.</param>
public sealed record FileReading(IReadOnlyList<FileReport> Reports, IReadOnlyList<FileFault> Faults, int UnchangedRows);
