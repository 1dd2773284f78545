using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregation.Domain.Catalogue;

namespace Aggregation.Silo.Demonstration;

/// <summary>A scenario of <c>seeds/scenarios</c>: figures that a source article gives, each with the file that gives it.</summary>
/// <param name="Id">The file's name and the prefix of its idempotency keys.</param>
/// <param name="Title">What it shows.</param>
/// <param name="LastProvince">The province for which the article gives another state than for all others.</param>
/// <param name="Provinces">What every province reports.</param>
/// <param name="Declared">What single units declare.</param>
public sealed record ScenarioFile(
    string Id,
    Label Title,
    ScenarioFile.LastProvinceSetting LastProvince,
    ScenarioFile.ProvinceReports Provinces,
    ImmutableArray<ScenarioFile.Declaration> Declared)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="InvalidDataException">The file is not one.</exception>
    public static ScenarioFile Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<ScenarioFile>(stream, Options) ?? throw new JsonException("it is empty");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The scenario {path} cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>The province that the article does not name.</summary>
    /// <param name="Default">The code taken unless <c>Scenario:LastProvince</c> says another.</param>
    /// <param name="Note">The remark on its report, so that nobody takes the assumption for a fact.</param>
    public sealed record LastProvinceSetting(string Default, Label Note);

    /// <summary>What every province reports.</summary>
    /// <param name="EffectiveOn">The day the article speaks of.</param>
    /// <param name="Statuses">The state of each status.</param>
    public sealed record ProvinceReports(DateOnly EffectiveOn, IReadOnlyDictionary<string, ProvinceStatus> Statuses);

    /// <summary>The state of one status.</summary>
    /// <param name="State">The state of every province …</param>
    /// <param name="Source">The file that gives it.</param>
    /// <param name="Figure">The words that give it.</param>
    /// <param name="LastProvince">… except the last province's; null if it has the same.</param>
    public sealed record ProvinceStatus(string State, string Source, string Figure, string? LastProvince = null);

    /// <summary>What one unit declares for its whole area.</summary>
    /// <param name="Unit">The unit's code.</param>
    /// <param name="EffectiveOn">The day the article speaks of.</param>
    /// <param name="Figures">The declared figures.</param>
    /// <param name="Source">The file that gives them.</param>
    /// <param name="Figure">The words that give them.</param>
    public sealed record Declaration(
        string Unit,
        DateOnly EffectiveOn,
        IReadOnlyDictionary<string, long> Figures,
        string Source,
        string Figure);
}
