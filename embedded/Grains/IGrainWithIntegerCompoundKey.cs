namespace Orleans;

/// <summary>Marks a grain interface whose grains are keyed by an integer and a string; this engine refuses it at start.</summary>
public interface IGrainWithIntegerCompoundKey : IGrain;
