using System;
using System.Collections.Generic;

namespace Aggregation.Outboxes;

/// <summary>What lies in an outbox.</summary>
/// <param name="Path">The file.</param>
/// <param name="Address">The silo that it sends to.</param>
/// <param name="Waiting">How many reports are to be sent.</param>
/// <param name="Refused">How many are set aside.</param>
/// <param name="Items">The reports asked for, in the order in which they entered.</param>
public sealed record OutboxList(string Path, Uri Address, long Waiting, long Refused, IReadOnlyList<OutboxReport> Items);
