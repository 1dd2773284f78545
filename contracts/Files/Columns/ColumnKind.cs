namespace Aggregation.Files.Columns;

/// <summary>What a column of the template says.</summary>
internal enum ColumnKind
{
    /// <summary>The unit's code.</summary>
    UnitCode,

    /// <summary>The unit's name.</summary>
    UnitName,

    /// <summary>The day that the figures speak of.</summary>
    Day,

    /// <summary>A count.</summary>
    Count,

    /// <summary>A status.</summary>
    Status,

    /// <summary>A figure that the unit declares for its whole area.</summary>
    Declared,

    /// <summary>A remark.</summary>
    Note,

    /// <summary>A model's name.</summary>
    ModelName,

    /// <summary>A model's kinds.</summary>
    ModelKinds,

    /// <summary>A model's sites.</summary>
    Sites,

    /// <summary>A model's groups.</summary>
    Groups,

    /// <summary>What a marked copy says of the row; not read.</summary>
    Faults,
}
