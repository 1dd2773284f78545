using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Aggregation.Testing.Reference;

/// <summary>
/// When two names of models are one name, written another way than the product writes it: each syllable is spelled out as its
/// letters without tone and then the name of its tone.
/// </summary>
public static class ReferenceName
{
    private static readonly Dictionary<char, string> Tones = new()
    {
        ['\u0300'] = "huyền",
        ['\u0301'] = "sắc",
        ['\u0303'] = "ngã",
        ['\u0309'] = "hỏi",
        ['\u0323'] = "nặng",
    };

    /// <summary>Equal for two spellings of one name.</summary>
    public static string Key(string name)
    {
        var syllables = name.Normalize(NormalizationForm.FormC)
            .ToLower(CultureInfo.InvariantCulture)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(syllable => syllable.Normalize(NormalizationForm.FormD))
            .Select(marks => string.Concat(marks.Where(mark => !Tones.ContainsKey(mark)))
                + "(" + string.Concat(marks.Where(Tones.ContainsKey).Select(mark => Tones[mark])) + ")");
        return string.Join(' ', syllables);
    }
}
