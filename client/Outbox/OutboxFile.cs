using System;

namespace Aggregation.Outboxes;

/// <summary>A file of reports that an outbox has taken.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Digest">A digest of what it says; the same file again has the same one.</param>
/// <param name="Name">Its name; within a folder that is watched, the name it is kept under.</param>
/// <param name="Folder">The folder that it was dropped into; null for none.</param>
/// <param name="EnteredAt">When it was taken, UTC.</param>
/// <param name="IsClosed">True once its outcome has been told.</param>
public sealed record OutboxFile(long Id, string Digest, string Name, string? Folder, DateTimeOffset EnteredAt, bool IsClosed);
