using System;

namespace Aggregation.Commands;

/// <summary>The command line cannot be carried out as it stands.</summary>
/// <param name="sentence">Why, in the reader's language.</param>
internal sealed class UsageException(string sentence) : Exception(sentence);
