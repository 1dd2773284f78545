using System;

namespace Aggregation.Commands.Doctoring;

/// <summary>How far two clocks may be apart.</summary>
internal static class Clocks
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Misleading = TimeSpan.FromSeconds(30);

    /// <summary>What a difference means.</summary>
    public static CheckState StateOf(TimeSpan apart)
    {
        if (apart.Duration() < Noticeable)
            return CheckState.Ok;
        return apart.Duration() < Misleading ? CheckState.Warning : CheckState.Wrong;
    }
}
