namespace Aggregation.Embedded.Calls;

/// <summary>Which other calls a call may interleave with.</summary>
internal enum Interleaving : byte
{
    Never,
    ReadOnly,
    Always,
}
