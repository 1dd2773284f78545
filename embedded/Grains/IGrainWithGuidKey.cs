namespace Orleans;

/// <summary>Marks a grain interface whose grains are keyed by a <see cref="System.Guid"/>; this engine refuses it at start.</summary>
public interface IGrainWithGuidKey : IGrain;
