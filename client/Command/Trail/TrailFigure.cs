namespace Aggregation.Commands.Trail;

/// <summary>One figure of one report, and what has become of it.</summary>
/// <param name="Sequence">The report's number within the unit.</param>
/// <param name="Figure">Where the report states it: <c>/counts/agencies</c>, <c>/statuses/committee</c>, <c>/declared/models</c>,
/// <c>/models/NAME</c>.</param>
/// <param name="Value">The number or the state; of a model its sites.</param>
/// <param name="Groups">Of a model its groups; null for other figures.</param>
/// <param name="Fate">What has become of it.</param>
/// <param name="By">The report that corrects, follows or withdraws it; null while it stands.</param>
internal sealed record TrailFigure(int Sequence, string Figure, string Value, long? Groups, FigureFate Fate, TrailReport? By);
