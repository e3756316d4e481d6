using BenchmarkDotNet.Running;
using NeuronDemo.Benchmarks;

// A name of Stopwatches.All prints the seconds that one takes, for comparisons within one run of compare.py;
// everything else goes to BenchmarkDotNet.
if (args is [string name, ..] && Stopwatches.All.TryGetValue(name, out Func<string[], double>? measure))
{
    Console.WriteLine(measure(args[1..]).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);
}
