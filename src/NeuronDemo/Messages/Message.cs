namespace NeuronDemo.Messages;

/// <summary>A text for people, in every language of the program: none can be forgotten where one is written.</summary>
/// <param name="English">The text in English.</param>
/// <param name="Chinese">The text in simplified Chinese.</param>
public sealed record Message(string English, string Chinese)
{
    /// <summary>The text in one language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The text.</returns>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
