namespace NeuronDemo.Commands;

/// <summary>How the program ends, for the shell; 0 is done.</summary>
internal static class ExitCodes
{
    /// <summary>A verification failed.</summary>
    public const int VerificationFailed = 1;

    /// <summary>Wrong usage, or input that can't be used.</summary>
    public const int UnusableInput = 2;

    /// <summary>A mistake of the program's own.</summary>
    public const int OwnMistake = 70;

    /// <summary>The user interrupted it.</summary>
    public const int Interrupted = 130;
}
