namespace NeuronDemo.Messages;

/// <summary>Short texts that are said in one language at once.</summary>
internal static class LanguageExtensions
{
    /// <summary>The one of two texts that is in the language.</summary>
    public static string Say(this Language language, string english, string chinese) => new Message(english, chinese).In(language);
}
