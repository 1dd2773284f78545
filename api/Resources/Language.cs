namespace Aggregation.Api.Resources;

/// <summary>The languages of the system's sentences.</summary>
public enum Language
{
    /// <summary>Tiếng Việt, the default.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}
