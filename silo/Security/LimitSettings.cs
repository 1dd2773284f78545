using System;
using System.Globalization;
using Aggregation.Hosting;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Security;

/// <summary>How much one sender may ask of the silo. A sender is a key or, without one, an address.</summary>
public sealed record LimitSettings
{
    /// <summary>Requests a minute of one sender (<c>Security:RequestsPerMinute</c>). The default only stops a program gone wild.</summary>
    public required int RequestsPerMinute { get; init; }

    /// <summary>Requests of one sender that are worked on at once (<c>Security:RequestsAtOnce</c>); more wait for these.</summary>
    public required int RequestsAtOnce { get; init; }

    /// <summary>Requests of one sender that may wait for its others (<c>Security:RequestsWaiting</c>); more are refused.</summary>
    public required int RequestsWaiting { get; init; }

    /// <summary>Wrong keys a minute from one address (<c>Security:WrongKeysPerMinute</c>); right ones are let in meanwhile.</summary>
    public required int WrongKeysPerMinute { get; init; }

    /// <summary>Live streams of one key (<c>Security:ViewersPerKey</c>).</summary>
    public required int ViewersPerKey { get; init; }

    /// <summary>Live streams to one address, whatever the key (<c>Security:ViewersPerAddress</c>).</summary>
    public required int ViewersPerAddress { get; init; }

    /// <summary>How long a request's headers may take to arrive (<c>Security:HeaderSeconds</c>).</summary>
    public required TimeSpan HeaderTime { get; init; }

    /// <summary>How long a request's body may take to arrive (<c>Security:BodySeconds</c>).</summary>
    public required TimeSpan BodyTime { get; init; }

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="StartUpException">One is not a whole number from 1 up; the sentence names it.</exception>
    public static LimitSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new LimitSettings
        {
            RequestsPerMinute = Number("Security:RequestsPerMinute", 2_000_000),
            RequestsAtOnce = Number("Security:RequestsAtOnce", 16),
            RequestsWaiting = Number("Security:RequestsWaiting", 5_000),
            WrongKeysPerMinute = Number("Security:WrongKeysPerMinute", 6_000),
            ViewersPerKey = Number("Security:ViewersPerKey", 10_000),
            ViewersPerAddress = Number("Security:ViewersPerAddress", 10_000),
            HeaderTime = TimeSpan.FromSeconds(Number("Security:HeaderSeconds", 15)),
            BodyTime = TimeSpan.FromSeconds(Number("Security:BodySeconds", 600)),
        };

        int Number(string setting, int usual)
        {
            if (configuration[setting] is not { } text || string.IsNullOrWhiteSpace(text))
                return usual;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new StartUpException($"{setting} is '{text}'; it must be a whole number from 1 up, such as '{usual}'.");
        }
    }
}
