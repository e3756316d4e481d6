namespace NeuronDemo.Tests.Docs;

/// <summary>The commands in the documents that their test does not run, and why.</summary>
internal static class NotRun
{
    private const string Gate = "The gate does this.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["dotnet test"] = "It would run itself.",
        ["dotnet pack src/NeuronDemo -o packages"] = Gate,
        ["dotnet tool install --global --source packages NeuronDemo"] = Gate,
        ["dotnet publish src/NeuronDemo -r linux-x64 -o native"] = Gate,
        ["dotnet pack src/NeuronDemo -r linux-x64 -o packages"] = Gate,
        ["dotnet dnx NeuronDemo --source packages --yes train"] = "It needs the packages that the gate makes.",
        ["dotnet tool install --global dotnet-stryker"] = "The mutants take hours.",
        ["dotnet stryker --mutate \"**/Text/*.cs\""] = "The mutants take hours.",
        ["cd tests/NeuronDemo.Tests"] = "It leads there.",
        ["export LC_ALL=zh_CN.UTF-8"] = "The commands of Chinese documents are run as if it had been.",
        ["alias neuron-demo='dotnet run --'"] = "The test knows the short name.",
        ["python3 ask.py"] = "It needs ONNX Runtime for Python; another test asks ONNX Runtime from C#.",
        ["neuron-demo watch"] = "It needs a terminal and somebody who presses keys; another test compares its screen.",
    };
}
