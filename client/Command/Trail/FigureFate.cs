namespace Aggregation.Commands.Trail;

/// <summary>What has become of a figure that was reported.</summary>
internal enum FigureFate
{
    /// <summary>It is what the unit's totals hold now.</summary>
    Stands,

    /// <summary>A later report of the same day states it anew: it no longer counts for any day.</summary>
    Corrected,

    /// <summary>A report of a later day states it anew: it holds from its own day until that one.</summary>
    Followed,

    /// <summary>Its report was taken back.</summary>
    Withdrawn,
}
