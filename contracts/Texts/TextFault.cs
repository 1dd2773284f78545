namespace Aggregation.Texts;

/// <summary>What is wrong with a text that is none.</summary>
/// <param name="Code">One of <see cref="TextFaultCode"/>.</param>
/// <param name="Detail">The character, the encoding or the text, as the code says.</param>
public readonly record struct TextFault(string Code, string Detail);
