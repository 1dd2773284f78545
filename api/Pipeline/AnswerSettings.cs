namespace Aggregation.Api.Pipeline;

/// <summary>What browsers are told with every answer.</summary>
/// <param name="HstsDays">How many days those that came by HTTPS come back by HTTPS only (<c>Https:HstsDays</c>); 0 to tell them
/// nothing.</param>
public sealed record AnswerSettings(int HstsDays);
