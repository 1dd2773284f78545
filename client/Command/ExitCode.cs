namespace Aggregation.Commands;

/// <summary>What the command tells the program that ran it. Part of its interface: documented in <c>--help</c>, never renumbered.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>
    /// The silo refused the input, knows no such unit, <c>verify</c> found a difference, or <c>doctor</c> something wrong.
    /// </summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong, or a file named in it cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>The silo cannot be reached, or cannot answer now.</summary>
    public const int Unreachable = 3;

    /// <summary>No key, an unknown one, or one that may not do this.</summary>
    public const int NotAllowed = 4;

    /// <summary><c>doctor</c> has found nothing wrong, and something that will be, or that somebody must know of.</summary>
    public const int Warned = 5;

    /// <summary>Interrupted by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
