using System;
using System.Globalization;

namespace Orleans;

/// <summary>How long activations of this class stay idle before they are collected: at least one minute.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>The shortest limit; shorter ones are raised to it.</summary>
    public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

    private readonly TimeSpan? _period;

    /// <summary>A limit given by the properties.</summary>
    public CollectionAgeLimitAttribute()
    {
    }

    /// <summary>A limit written as a time span, <c>[d.]hh:mm:ss</c>.</summary>
    /// <exception cref="FormatException">The text is no time span.</exception>
    public CollectionAgeLimitAttribute(string inactivityPeriod) =>
        _period = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    /// <summary>Days of the limit.</summary>
    public double Days { get; set; }

    /// <summary>Hours of the limit.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes of the limit.</summary>
    public double Minutes { get; set; }

    /// <summary>Activations are never collected.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>The limit, all properties added.</summary>
    public TimeSpan AgeLimit
    {
        get
        {
            if (_period is { } period)
                return period;
            var limit = AlwaysActive
                ? TimeSpan.FromDays(short.MaxValue)
                : TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
            return limit < MinAgeLimit ? MinAgeLimit : limit;
        }
    }
}
