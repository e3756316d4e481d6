using NeuronDemo.Lessons;
using NeuronDemo.Messages;
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

    /// <summary>Tells the learner something beside the result, if there is something to tell.</summary>
    public static void Tell(this Session session, Message? remark)
    {
        if (remark is not null)
        {
            session.Error.WriteLine(session.Say(remark));
        }
    }
}
