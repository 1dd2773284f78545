using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregation.Commands;

/// <summary>Words that follow a number, in a language where one is not many: <c>{0} fault[s] [was|were] found</c>.</summary>
internal static partial class Plural
{
    /// <summary>The sentence with every bracket settled by the number before it.</summary>
    /// <param name="sentence">A sentence whose places are not filled in yet, so that nothing that is put into them is taken for a
    /// bracket.</param>
    /// <param name="arguments">What goes into the places.</param>
    public static string Settle(string sentence, object?[] arguments)
    {
        var isOne = false;
        return Part().Replace(sentence, part =>
        {
            if (part.Groups["place"] is not { Success: true } place)
                return isOne ? part.Groups["one"].Value : part.Groups["many"].Value;
            isOne = string.Format(
                CultureInfo.InvariantCulture,
                "{0}",
                arguments[int.Parse(place.ValueSpan, CultureInfo.InvariantCulture)]) == "1";
            return part.Value;
        });
    }

    [GeneratedRegex(
        @"\{(?<place>\d)[^}]*\}|\[((?<one>\w+)\|)?(?<many>\w+)\]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Part();
}
