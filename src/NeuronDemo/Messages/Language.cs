namespace NeuronDemo.Messages;

/// <summary>A language that the program speaks.</summary>
public enum Language
{
    /// <summary>English, the default.</summary>
    English,

    /// <summary>Simplified Chinese, the language in which the tutorial is best known.</summary>
    Chinese,
}
