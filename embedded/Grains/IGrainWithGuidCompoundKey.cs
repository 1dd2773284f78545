namespace Orleans;

/// <summary>Marks a grain interface whose grains are keyed by a <see cref="System.Guid"/> and a string; this engine refuses it at start.</summary>
public interface IGrainWithGuidCompoundKey : IGrain;
