namespace Orleans.Providers;

/// <summary>Names that providers have by convention.</summary>
public static class ProviderConstants
{
    /// <summary>The storage provider of states that name none.</summary>
    public const string DEFAULT_STORAGE_PROVIDER_NAME = "Default";
}
