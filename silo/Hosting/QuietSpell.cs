namespace Aggregation.Silo.Hosting;

/// <summary>
/// Tells from what a process allocates when it has been quiet long enough for memory to be given back. Used by one thread.
/// </summary>
internal sealed class QuietSpell
{
    // What a silo allocates between two looks by itself, without reports and readers, is a few of these.
    private const long Noise = 16L * 1024 * 1024;

    // A quiet process is looked at this often before anything is done.
    private const int Looks = 3;

    private long last;
    private int looks;
    private bool hasWorked = true;

    /// <summary>True when nothing was going on at the last look.</summary>
    public bool IsQuiet => looks > 0;

    /// <summary>Looks once.</summary>
    /// <param name="allocated">Bytes that the process has allocated since it began.</param>
    /// <returns>True once for each quiet spell.</returns>
    public bool IsDue(long allocated)
    {
        var isQuiet = allocated - last < Noise;
        last = allocated;
        (looks, hasWorked) = isQuiet ? (looks + 1, hasWorked) : (0, true);
        if (!hasWorked || looks < Looks)
            return false;
        hasWorked = false;
        return true;
    }
}
