namespace Orleans.Runtime;

/// <summary>Marks an interface whose calls may be sent: to a grain or to an observer.</summary>
public interface IAddressable;
