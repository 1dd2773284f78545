using System;
using System.Globalization;
using Aggregation.Ledger;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Api.Http;

/// <summary>How much one sender may ask of the silo. A sender is a key or, without one, an address.</summary>
public sealed record LimitSettings
{
    /// <summary>Requests a minute of one sender (<c>Security:RequestsPerMinute</c>). The default only stops a program gone wild.</summary>
    public int RequestsPerMinute { get; init; } = 2_000_000;

    /// <summary>
    /// How much of one sender is worked on at once (<c>Security:RequestsAtOnce</c>, by default 32 for each processor), a request counting
    /// once for every 8 KiB of its body; the rest waits for that.
    /// </summary>
    public int RequestsAtOnce { get; init; } = 32 * Environment.ProcessorCount;

    /// <summary>How much of one sender may wait, counted alike (<c>Security:RequestsWaiting</c>); more is refused.</summary>
    public int RequestsWaiting { get; init; } = 20_000;

    /// <summary>
    /// Wrong keys and cookies, and requests without any that need one, a minute from one address (<c>Security:WrongKeysPerMinute</c>);
    /// right ones are let in meanwhile.
    /// </summary>
    public int WrongKeysPerMinute { get; init; } = 6_000;

    /// <summary>Live streams of one key (<c>Security:ViewersPerKey</c>).</summary>
    public int ViewersPerKey { get; init; } = 10_000;

    /// <summary>Live streams to one address, whatever the key (<c>Security:ViewersPerAddress</c>).</summary>
    public int ViewersPerAddress { get; init; } = 10_000;

    /// <summary>Live streams of this silo, whosesoever (<c>Security:Viewers</c>).</summary>
    public int Viewers { get; init; } = 20_000;

    /// <summary>Sessions of one key (<c>Security:SessionsPerKey</c>); the next one ends the oldest.</summary>
    public int SessionsPerKey { get; init; } = 100;

    /// <summary>Folds of past figures at work in this silo (<c>Security:FoldsAtOnce</c>).</summary>
    public int FoldsAtOnce { get; init; } = Math.Max(2, Environment.ProcessorCount / 2);

    /// <summary>Folds that wait for those (<c>Security:FoldsWaiting</c>); more is refused.</summary>
    public int FoldsWaiting { get; init; } = 64;

    /// <summary>How long a request's headers may take to arrive (<c>Security:HeaderSeconds</c>).</summary>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a request's body may take to arrive (<c>Security:BodySeconds</c>).</summary>
    public TimeSpan BodyTime { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="StartUpException">One is not a whole number from 1 up; the sentence names it.</exception>
    public static LimitSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var usual = new LimitSettings();
        return new LimitSettings
        {
            RequestsPerMinute = Number("Security:RequestsPerMinute", usual.RequestsPerMinute),
            RequestsAtOnce = Number("Security:RequestsAtOnce", usual.RequestsAtOnce),
            RequestsWaiting = Number("Security:RequestsWaiting", usual.RequestsWaiting),
            WrongKeysPerMinute = Number("Security:WrongKeysPerMinute", usual.WrongKeysPerMinute),
            ViewersPerKey = Number("Security:ViewersPerKey", usual.ViewersPerKey),
            ViewersPerAddress = Number("Security:ViewersPerAddress", usual.ViewersPerAddress),
            Viewers = Number("Security:Viewers", usual.Viewers),
            SessionsPerKey = Number("Security:SessionsPerKey", usual.SessionsPerKey),
            FoldsAtOnce = Number("Security:FoldsAtOnce", usual.FoldsAtOnce),
            FoldsWaiting = Number("Security:FoldsWaiting", usual.FoldsWaiting),
            HeaderTime = TimeSpan.FromSeconds(Number("Security:HeaderSeconds", (int)usual.HeaderTime.TotalSeconds)),
            BodyTime = TimeSpan.FromSeconds(Number("Security:BodySeconds", (int)usual.BodyTime.TotalSeconds)),
        };

        int Number(string setting, int otherwise)
        {
            if (configuration[setting] is not { } text || string.IsNullOrWhiteSpace(text))
                return otherwise;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new StartUpException($"{setting} is '{text}'; it must be a whole number from 1 up, such as '{otherwise}'.");
        }
    }
}
