using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace Aggregation.Commands.Settings;

/// <summary>The user's profiles: <c>{"default":"hanoi","profiles":{"hanoi":{"url":"…","key":"…"}}}</c>.</summary>
/// <param name="Default">The profile taken when none is named.</param>
/// <param name="All">The profiles by name.</param>
internal sealed record Profiles(
    string? Default = null,
    [property: System.Text.Json.Serialization.JsonPropertyName("profiles")] IReadOnlyDictionary<string, Profile>? All = null)
{
    /// <summary>The file in the user's configuration folder.</summary>
    public static string FilePath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "aggregation",
        "profiles.json");

    /// <summary>The profile of a name, or the default one.</summary>
    /// <exception cref="UsageException">There is no such profile, or the file cannot be read.</exception>
    public static Profile Find(string? name)
    {
        var profiles = Read();
        if ((name ?? profiles.Default) is not { } wanted)
            return new Profile();
        return profiles.All is not null && profiles.All.TryGetValue(wanted, out var profile)
            ? profile
            : throw new UsageException(Words.Get("NoProfile", wanted, FilePath));
    }

    private static Profiles Read()
    {
        try
        {
            using var file = File.OpenRead(FilePath);
            return JsonSerializer.Deserialize(file, ProfilesJson.Default.Profiles) ?? new Profiles();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Profiles();
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotRead", FilePath, exception.Message));
        }
    }
}
