namespace Aggregation.Clustering;

/// <summary>What this silo reaches of its cluster, as it last found out. A silo by itself reaches all there is.</summary>
public sealed class Reach
{
    private volatile bool isCutOff;
    private volatile bool hasDatabase = true;
    private volatile bool isInStep = true;

    /// <summary>True while some member does not answer this silo: what it holds may be behind what that one has acknowledged, and is marked.</summary>
    public bool IsCutOff
    {
        get => isCutOff;
        internal set => isCutOff = value;
    }

    /// <summary>True while the database answers this silo.</summary>
    public bool HasDatabase
    {
        get => hasDatabase;
        internal set => hasDatabase = value;
    }

    /// <summary>True while this machine's clock is near the database's.</summary>
    public bool IsInStep
    {
        get => isInStep;
        internal set => isInStep = value;
    }
}
