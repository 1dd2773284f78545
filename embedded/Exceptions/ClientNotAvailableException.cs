namespace Orleans.Runtime;

/// <summary>The object behind an observer reference was deleted or garbage collected.</summary>
[GenerateSerializer]
public sealed class ClientNotAvailableException : OrleansException
{
    internal ClientNotAvailableException(GrainId clientId)
        : base($"No activation for client {clientId}")
    {
    }
}
