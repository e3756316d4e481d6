using NeuronDemo.Messages;

namespace NeuronDemo.Commands;

/// <summary>What stands at the end of a command's help: lines that work as they are, in the project's folder, one after the other.</summary>
internal static class HelpExamples
{
    /// <summary>The examples of a command, each with what it is good for.</summary>
    public static IReadOnlyList<(Message What, string Line)> Of(string command) => command switch
    {
        "train" =>
        [
            (new("From other starting weights", "换一组初始权重"), "neuron-demo train --seed 2"),
            (new("Own data: a fifth is held out, and what was learned is kept", "用自己的数据：留出五分之一，并保存学到的网络"),
                "neuron-demo train --data examples/iris.csv --targets species --hold-out 20% --save iris.onnx"),
        ],
        "verify" =>
        [
            (new("Four hidden neurons learn exclusive or", "四个隐藏神经元学会异或"), "neuron-demo verify --data examples/xor.csv --hidden 4"),
            (new("Nine of ten penguins that were never seen have to be right", "没见过的企鹅至少要答对九成"),
                "neuron-demo verify --data examples/penguins.csv --targets species --skip-missing --hold-out 20% --at-least 90%"),
        ],
        "plot-sigmoid" =>
        [
            (new("With its derivative, to be enlarged without loss", "连同导数，放大也不失真"), "neuron-demo plot-sigmoid --derivative --out sigmoid.svg"),
            (new("The middle only", "只画中间一段"), "neuron-demo plot-sigmoid --from -2 --to 2"),
        ],
        "plot-neuron" =>
        [
            (new("Before training", "训练之前"), "neuron-demo plot-neuron --iterations 0"),
            (new("A network that has learned exclusive or", "学会异或的网络"), "neuron-demo plot-neuron --data examples/xor.csv --hidden 4 --out xor-neuron.png"),
        ],
        "plot-training" =>
        [
            (new("Steps that are too long leap at first", "步长太大，开头来回跳动"), "neuron-demo plot-training --hidden 4 --step-size 10"),
            (new("Held-out rows beside those learned from", "留出行与学习行对照"),
                "neuron-demo plot-training --data examples/iris.csv --targets species --hold-out 20% --hidden 4 --out iris-training.png"),
        ],
        "plot-descent" =>
        [
            (new("Over the first two weights", "前两个权重上的损失"), "neuron-demo plot-descent --weights 1,2"),
            (new("How a network learned exclusive or", "网络怎样学会异或"), "neuron-demo plot-descent --data examples/xor.csv --hidden 4 --out xor-descent.png"),
        ],
        "plot-decision" =>
        [
            (new("Exclusive or, put together by four hidden neurons", "异或，由四个隐藏神经元拼出"), "neuron-demo plot-decision --data examples/xor.csv --hidden 4"),
            (new("Three kinds of iris by the size of their petals", "按花瓣大小分三种鸢尾花"),
                "neuron-demo plot-decision --data examples/iris.csv --targets species --inputs 3,4 --out iris-decision.png"),
        ],
        "page" =>
        [
            (new("The truth table, to be opened in a browser", "真值表，用浏览器打开"), "neuron-demo page"),
            (new("Exclusive or, with two hidden neurons to begin with", "异或，从两个隐藏神经元开始"), "neuron-demo page --data examples/xor.csv --hidden 2 --out xor.html"),
        ],
        "explain" =>
        [
            (new("Step 100", "第 100 步"), "neuron-demo explain --iteration 100"),
            (new("A step through a hidden layer", "经过隐藏层的一步"), "neuron-demo explain --data examples/xor.csv --hidden 2"),
        ],
        "watch" =>
        [
            (new("Long steps, which - halves", "步长很大，按 - 减半"), "neuron-demo watch --hidden 4 --step-size 10"),
            (new("Exclusive or, to which h adds neurons", "异或，按 h 添加神经元"), "neuron-demo watch --data examples/xor.csv"),
        ],
        "predict" =>
        [
            (new("First keep a model", "先保存一个模型"), "neuron-demo train --data examples/iris.csv --targets species --save iris.onnx"),
            (new("Then ask about a flower", "再问一朵花"), "neuron-demo predict --model iris.onnx 5.1 3.5 1.4 0.2"),
            (new("Or about every flower of a file, and see how many are right", "或问文件里的每一朵花，看看答对多少"), "neuron-demo predict --model iris.onnx --data examples/iris.csv"),
        ],
        _ => [],
    };
}
