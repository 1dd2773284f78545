using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Outboxes;

/// <summary>Why the silo refused a report.</summary>
/// <param name="Code">The problem's code, such as <c>invalid</c>, for programs.</param>
/// <param name="Title">The same for people, in the language that the silo was asked in.</param>
/// <param name="Errors">Every fault; pointers begin at the report: <c>/counts/agencies</c>.</param>
public sealed record OutboxRefusal(string Code, string Title, IReadOnlyList<ProblemError> Errors);
