using MathNet.Numerics.LinearAlgebra;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Models.Onnx;
using NeuronDemo.Network;
using NeuronDemo.Text;

namespace NeuronDemo.Models;

/// <summary>
/// Follows an ONNX graph from its input to its output, through the scaling and layer by layer. ONNX asks that a node stands behind those whose
/// outputs it takes, so a chain has one order only: each node takes what the node before it gives. That rules out cycles
/// and branches without looking for them.
/// </summary>
internal sealed class OnnxChain(GraphProto graph)
{
    private readonly Dictionary<string, TensorProto> _constants = [];
    private readonly List<Layer> _layers = [];
    private TensorProto? _means;
    private TensorProto? _deviations;
    private Matrix<double>? _weights;
    private Vector<double>? _bias;

    /// <summary>The layers, first to last, and the scaling before them.</summary>
    /// <exception cref="UnusableInputException">The graph is no chain of layers.</exception>
    public Model ToModel()
    {
        foreach (TensorProto constant in graph.Initializer)
        {
            _constants[constant.Name] = constant;
        }

        // Before version 4 of the format, constants had to stand among the inputs too.
        ValueInfoProto[] inputs = [.. graph.Input.Where(input => !_constants.ContainsKey(input.Name))];
        if (inputs.Length != 1 || graph.Output.Count != 1)
        {
            throw new UnusableInputException(new(
                $"it has {inputs.Length} inputs and {graph.Output.Count} outputs, where one of each is needed.",
                $"它有 {inputs.Length} 个输入和 {graph.Output.Count} 个输出，而应各有一个。"));
        }

        string value = inputs[0].Name;
        foreach (NodeProto node in graph.Node)
        {
            value = Follow(node, value);
        }

        if (_layers.Count == 0 || _weights is not null || value != graph.Output[0].Name)
        {
            throw new UnusableInputException(new(
                "its output is not that of a last layer, ended by Sigmoid.", "它的输出不是最后一层（以 Sigmoid 结尾）的输出。"));
        }

        RequireColumns(inputs[0], _layers[0].InputCount);
        RequireColumns(graph.Output[0], _layers[^1].OutputCount);
        return new(new NeuralNetwork(_layers)) { Scaling = ToScaling(_layers[0].InputCount) };
    }

    // How many inputs there are is only known from the first layer.
    private Scaling? ToScaling(int inputs) => (_means, _deviations) is (null, null) ? null : new(
        _means is null ? new double[inputs] : OnnxTensor.ToMeans(_means, inputs),
        _deviations is null ? [.. Enumerable.Repeat(1.0, inputs)] : OnnxTensor.ToDeviations(_deviations, inputs));

    // Takes one node; gives the name of what it computes.
    private string Follow(NodeProto node, string value)
    {
        string operation = node.Domain is "" or "ai.onnx" ? node.OpType : $"{node.Domain}.{node.OpType}";
        bool takesValue = node.Output.Count == 1 && node.Input.Count > 0 && node.Input[0] == value;
        bool isFirst = _layers.Count == 0 && _weights is null;
        bool isLink = (operation, node.Input.Count) switch
        {
            ("Sub", 2) => takesValue && isFirst && _means is null && _deviations is null,
            ("Div", 2) => takesValue && isFirst && _deviations is null,
            ("MatMul", 2) or ("Gemm", 2 or 3) => takesValue && _weights is null,
            ("Add", 2) => (takesValue || node.Output.Count == 1 && node.Input[1] == value) && _weights is not null && _bias is null,
            ("Sigmoid", 1) => takesValue && _weights is not null,
            ("Sub" or "Div" or "MatMul" or "Gemm" or "Add" or "Sigmoid", _) => false,
            _ => throw new UnusableInputException(new(
                $"it has the operator '{Excerpt.Of(operation)}', and not only Sub, Div, MatMul (or Gemm), Add and Sigmoid.",
                $"它含有运算“{Excerpt.Of(operation)}”，而不只是 Sub、Div、MatMul（或 Gemm）、Add 和 Sigmoid。")),
        };
        if (!isLink)
        {
            throw new UnusableInputException(new(
                $"its {operation} '{Excerpt.Of(node.Name)}' is no link in a chain of layers, each MatMul, Add, Sigmoid, with Sub and Div before the first.",
                $"其中的 {operation}“{Excerpt.Of(node.Name)}”不在这样一条链上：开头可有 Sub 和 Div，然后各层依次为 MatMul、Add、Sigmoid。"));
        }

        bool transposed = ReadAttributes(node);
        switch (operation)
        {
            case "Sub":
                _means = Constant(node.Input[1]);
                break;
            case "Div":
                _deviations = Constant(node.Input[1]);
                break;
            case "Sigmoid":
                _layers.Add(new(_weights!, _bias));
                (_weights, _bias) = (null, null);
                break;
            case "Add":
                Add(node.Input[takesValue ? 1 : 0]);
                break;
            default:
                Multiply(node.Input[1], transposed);
                if (node.Input.Count == 3)
                {
                    Add(node.Input[2]);
                }

                break;
        }

        return node.Output[0];
    }

    private void Multiply(string name, bool transposed)
    {
        Matrix<double> weights = OnnxTensor.ToMatrix(Constant(name));
        _weights = transposed ? weights.Transpose() : weights;
        if (_layers.Count > 0 && _weights.RowCount != _layers[^1].OutputCount)
        {
            throw new UnusableInputException(new(
                $"its layer {_layers.Count + 1} takes {_weights.RowCount} numbers, but the layer before gives {_layers[^1].OutputCount}.",
                $"它的第 {_layers.Count + 1} 层需要 {_weights.RowCount} 个数，而前一层给出 {_layers[^1].OutputCount} 个。"));
        }
    }

    private void Add(string name) => _bias = OnnxTensor.ToBias(Constant(name), _weights!.ColumnCount);

    private TensorProto Constant(string name) => _constants.TryGetValue(name, out TensorProto? tensor)
        ? tensor
        : throw new UnusableInputException(new($"'{Excerpt.Of(name)}' is no constant in it.", $"“{Excerpt.Of(name)}”不是其中的常量。"));

    // Whether a Gemm multiplies by the transposed weights: the only setting that is taken.
    private static bool ReadAttributes(NodeProto node)
    {
        bool transposed = false;
        foreach (AttributeProto attribute in node.Attribute)
        {
            bool taken = (node.OpType, attribute.Name) switch
            {
                ("Gemm", "alpha" or "beta") => attribute.F == 1,
                ("Gemm", "transA") => attribute.I == 0,
                ("Gemm", "transB") => attribute.I is 0 or 1,
                _ => false,
            };
            if (!taken)
            {
                throw new UnusableInputException(new(
                    $"its {node.OpType} '{Excerpt.Of(node.Name)}' sets '{Excerpt.Of(attribute.Name)}', which can't be taken.",
                    $"其中的 {node.OpType}“{Excerpt.Of(node.Name)}”设置了本程序不支持的“{Excerpt.Of(attribute.Name)}”。"));
            }

            transposed |= attribute is { Name: "transB", I: 1 };
        }

        return transposed;
    }

    private static void RequireColumns(ValueInfoProto value, int columns)
    {
        if (value.Type?.TensorType?.Shape is TensorShapeProto shape
            && (shape.Dim.Count != 2 || shape.Dim[1].HasDimValue && shape.Dim[1].DimValue != columns))
        {
            throw new UnusableInputException(new(
                $"'{Excerpt.Of(value.Name)}' is declared with a shape other than [rows, {columns}].",
                $"“{Excerpt.Of(value.Name)}”声明的形状不是 [行数, {columns}]。"));
        }
    }
}
