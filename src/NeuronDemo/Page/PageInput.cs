namespace NeuronDemo.Page;

/// <summary>An input: its name, its own unit, and where it is looked at.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Mean">What is taken off the file's number, and</param>
/// <param name="Deviation">by what that is then divided, for the network to see it.</param>
/// <param name="Rest">Where the input rests while others vary: the mean of what the network sees.</param>
/// <param name="Low">Where the map begins, as the network sees it, and</param>
/// <param name="High">where it ends.</param>
internal sealed record PageInput(string Name, double Mean, double Deviation, double Rest, double Low, double High);
