namespace NeuronDemo.Messages;

/// <summary>
/// What the user gave (an option, a file, a number) can't be used. The text says what is wrong, where, and what to do;
/// the program prints it and exits with code 2.
/// </summary>
public sealed class UnusableInputException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="text">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What was found first, if anything.</param>
    public UnusableInputException(Message text, Exception? innerException = null)
        : base(text?.English, innerException) =>
        Text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>What is wrong, where, and what to do.</summary>
    public Message Text { get; }
}
