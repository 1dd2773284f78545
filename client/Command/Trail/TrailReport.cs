using System;

namespace Aggregation.Commands.Trail;

/// <summary>The report that put an end to a figure.</summary>
/// <param name="Sequence">Its number within the unit.</param>
/// <param name="EffectiveOn">The day it speaks of.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Reporter">The id of the key that sent it.</param>
internal sealed record TrailReport(int Sequence, DateOnly EffectiveOn, DateTimeOffset RecordedAt, string Reporter);
