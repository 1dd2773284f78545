using System;

namespace Aggregation.Commands;

/// <summary>The command itself refuses, before the silo is asked.</summary>
/// <param name="sentence">Why, in the reader's language.</param>
internal sealed class RefusedException(string sentence) : Exception(sentence);
