using System;
using System.Collections.Immutable;

namespace Aggregation.Contracts;

/// <summary>The file of signed heads that the silo which answers keeps.</summary>
/// <param name="LastAt">When heads were last signed, UTC: what was removed at the end of a unit's rows is missed if it was recorded by
/// then, and not if it was recorded later. Null while none were.</param>
/// <param name="Records">How many lines the file has.</param>
/// <param name="Units">How many units have a signed head.</param>
/// <param name="Faults">Lines that are not as they were signed.</param>
public sealed record SignedHeads(DateTimeOffset? LastAt, int Records, int Units, ImmutableArray<HeadsFinding> Faults);
