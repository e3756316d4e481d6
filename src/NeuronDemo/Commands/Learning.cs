using NeuronDemo.Lessons;
using NeuronDemo.Network;

namespace NeuronDemo.Commands;

/// <summary>Learning as commands do it: with a bar on a terminal, and a word where it led nowhere.</summary>
internal static class Learning
{
    /// <summary>Learns a lesson.</summary>
    public static Outcome Learn(this Session session, Lesson lesson) =>
        session.Learn(lesson, progress => lesson.Learn(progress, session.Interrupted), outcome => outcome);

    /// <summary>Learns a lesson in a way that gives more than its outcome.</summary>
    public static T Learn<T>(this Session session, Lesson lesson, Func<IProgress<TrainingProgress>?, T> learn, Func<T, Outcome> outcome)
    {
        T result = TrainingDisplay.Train(session, lesson.Iterations, learn);
        session.Tell(Diagnosis.Of(outcome(result)));
        return result;
    }
}
