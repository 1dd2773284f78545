namespace Aggregation.Silo.Hosting;

/// <summary>Tells from what a process allocates when it has been quiet long enough for memory to be given back. Used by one thread.</summary>
internal sealed class QuietSpell
{
    // What a silo allocates between two looks by itself, without reports and readers, is a few of these.
    private const long Noise = 16L * 1024 * 1024;

    // A quiet process is looked at this often before anything is done.
    private const int Looks = 3;

    // While memory is given back nothing else runs. Of this much it takes about a second, which the other silos of a cluster bear.
    private const long MostHeap = 2L * 1024 * 1024 * 1024;

    private long last;
    private int looks;
    private bool hasWorked = true;

    /// <summary>Looks once.</summary>
    /// <param name="allocated">Bytes that the process has allocated since it began.</param>
    /// <param name="heap">Bytes on its heap after the last collection.</param>
    /// <returns>True once for each quiet spell.</returns>
    public bool IsDue(long allocated, long heap)
    {
        var isQuiet = allocated - last < Noise;
        last = allocated;
        if (!isQuiet)
        {
            (looks, hasWorked) = (0, true);
            return false;
        }

        looks++;
        if (!hasWorked || looks < Looks || heap > MostHeap)
            return false;
        hasWorked = false;
        return true;
    }
}
