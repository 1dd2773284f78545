namespace Orleans;

/// <summary>Marks a grain interface whose grains are keyed by an integer; this engine refuses it at start.</summary>
public interface IGrainWithIntegerKey : IGrain;
