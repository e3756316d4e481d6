using System.Globalization;
using NeuronDemo.Lessons;
using NeuronDemo.Messages;
using NeuronDemo.Network;

namespace NeuronDemo.Commands.Explain;

/// <summary>
/// What <c>explain</c> prints: a training step from top to bottom, each matrix with its formula, its numbers, why it is
/// there, and one of its numbers worked out.
/// </summary>
internal sealed class Explanation
{
    private readonly Lesson _lesson;
    private readonly int _iteration;
    private readonly TrainingStep _step;
    private readonly StepSymbols _symbols;
    private readonly Worksheet _sheet;
    private readonly int _row;
    private readonly int _number;

    public Explanation(Lesson lesson, int iteration, TrainingStep step, IReadOnlyList<WeightCheck> checks, Language language)
    {
        _lesson = lesson;
        _iteration = iteration;
        _step = step;
        _symbols = new(step.Layers.Count, step.Targets.ColumnCount);
        _sheet = new(language);

        // The worked lines follow the printed row that has most to teach.
        _row = Enumerable.Range(0, Math.Min(Worksheet.MostRows, step.Inputs.RowCount))
            .MaxBy(row => step.Layers[^1].Errors.Row(row).AbsoluteMaximum());
        _number = lesson.Data.NumberOf(_row);

        Introduce();
        for (int layer = 0; layer < step.Layers.Count; layer++)
        {
            Forward(layer);
        }

        for (int layer = step.Layers.Count - 1; layer >= 0; layer--)
        {
            Backward(layer);
        }

        Update();
        StepOutcome.Write(_sheet, _symbols, step, lesson.Steps, checks);
    }

    public override string ToString() => _sheet.ToString();

    private void Introduce()
    {
        if (!_lesson.Data.IsTruthTable)
        {
            _sheet.Title(Understanding.Of(_lesson.Data));
        }

        int rows = _step.Inputs.RowCount;
        string sizes = string.Join(" -> ", _step.Layers.Select(layer => layer.Weights.ColumnCount).Prepend(_step.Inputs.ColumnCount));
        Message who = _step.Layers.Count == 1 && _step.Targets.ColumnCount == 1
            ? new($"A neuron with {_step.Inputs.ColumnCount} inputs", $"一个有 {_step.Inputs.ColumnCount} 个输入的神经元")
            : new($"A network ({sizes})", $"一个网络（{sizes}）");
        _sheet.Title(new($"One training step: iteration {_iteration} of {_lesson.Iterations}", $"一步训练：第 {_iteration} 次迭代（共 {_lesson.Iterations} 次）"));
        _sheet.Line(new(
            $"{who.English} learns from {rows} rows, all at once.\n"
            + "It answers, sees how far off it is, and moves each weight to where the\nanswers get better.\n\n"
            + "Below each result one of its numbers is worked out, rounded to 4 digits;\n"
            + $"check it with a pencil. Row {_number} is followed: of those shown, the furthest off.",
            $"{who.Chinese}同时从 {rows} 行数据中学习：先作出回答，\n再看差了多少，然后把每个权重移向使回答更好的方向。\n\n"
            + $"每个结果下面都挑一个数演算（取 4 位有效数字），不妨动笔核对。\n跟踪的是第 {_number} 行：列出的各行中，它离目标最远。"));
    }

    private void Forward(int l)
    {
        LayerStep layer = _step.Layers[l];
        string x = _symbols.InputsOf(l);
        string w = _symbols["W", l];
        string m = _symbols["m", l];
        string y = _symbols["y", l];
        _sheet.Part(Titled(l, new("Forward", "前向"), new("what does it answer?", "它怎样回答？")));
        if (l == 0)
        {
            _sheet.Section(new("Inputs", "输入"), x, new(
                "What it is shown: one row an example, one column an input.",
                "用来学习的数据：每行一个样本，每列一个输入。"), layer.Inputs);
            if (_lesson.Data.InputColumns.Count > 0)
            {
                FollowedRow.Write(_sheet, _lesson.Data, _row);
            }
        }

        _sheet.Section(new("Weights", "权重"), w, Origin(layer.Weights.ColumnCount), layer.Weights);

        _sheet.Section(new("Weighted sums", "加权和"), $"{m} = {x} {w}", l == 0
            ? new(
                "Each input times its weight, added up: above 0 speaks for the answer 1,\nbelow 0 for the answer 0.",
                "输入乘以各自的权重再相加：大于 0 倾向回答 1，小于 0 倾向回答 0。")
            : new(
                $"The same again: this layer's inputs are the outputs {x} of the one before.",
                $"做法相同：前一层的输出 {x} 就是这一层的输入。"), layer.WeightedSums);
        _sheet.WorkedSum(
            RowLabel(layer),
            [.. Enumerable.Range(0, layer.Weights.RowCount).Select(i => $"{Short(layer.Inputs[_row, i])} * {Short(layer.Weights[i, 0])}")],
            Short(layer.WeightedSums[_row, 0]));

        _sheet.Section(new("Outputs", "输出"), $"{y} = S({m})", new(
            "S(m) = 1 / (1 + e^-m) turns any sum into an answer between 0 and 1, smoothly:\na small change of a weight changes the answer a little.",
            "S(m) = 1 / (1 + e^-m) 把任意的加权和变成 0 到 1 之间的回答，而且变化平滑：\n权重稍变，回答也只稍变。"), layer.Outputs);
        _sheet.Worked(RowLabel(layer), $"1 / (1 + e^{Short(0 - layer.WeightedSums[_row, 0])}) = {Short(layer.Outputs[_row, 0])}");
    }

    private void Backward(int l)
    {
        LayerStep layer = _step.Layers[l];
        string y = _symbols["y", l];
        string e = _symbols["e", l];
        string delta = _symbols["delta", l];
        _sheet.Part(Titled(l, new("Backward", "反向"), new("what should change?", "该怎样改变？")));
        Errors(l, layer);

        _sheet.Section(new("Derivative", "导数"), $"S'({_symbols["m", l]}) = {y}(1 - {y})", new(
            "How much an output yields when its sum moves a little: most at 1/2, hardly\nany more near 0 or 1, where it has made up its mind.",
            "加权和稍变时，输出会跟着变多少：输出为 1/2 时最大；\n接近 0 或 1 时主意已定，几乎不动。"), layer.Derivatives);
        _sheet.Worked(
            RowLabel(layer),
            $"{Short(layer.Outputs[_row, 0])} * (1 - {Short(layer.Outputs[_row, 0])}) = {Short(layer.Derivatives[_row, 0])}");

        _sheet.Section(new("Delta", "误差项"), $"{delta} = {e} * {y}(1 - {y})", new(
            "How each sum should change: the error, as far as the output can yield to it\n(the chain rule).",
            "每个加权和该怎样变：误差乘以输出能变动的程度（链式法则）。"), layer.Deltas);
        _sheet.Worked(
            RowLabel(layer),
            $"{Short(layer.Errors[_row, 0])} * {Short(layer.Derivatives[_row, 0])} = {Short(layer.Deltas[_row, 0])}");

        _sheet.Section(new("Adjustment", "调整量"), $"{_symbols["adjustment", l]} = {_symbols.InputsOf(l)}^T {delta}", new(
            "How each weight should change: what all rows ask of it, added up, each in\nproportion to its input. A row where the input is 0 has no say.",
            "每个权重该怎样变：把各行对它的要求乘以该行的输入再相加；\n输入为 0 的行没有发言权。"), layer.Adjustment);
        _sheet.WorkedSum(
            WeightLabel(l),
            [.. Enumerable.Range(0, layer.Inputs.RowCount).Select(row => $"{Short(layer.Inputs[row, 0])} * {Short(layer.Deltas[row, 0])}")],
            Short(layer.Adjustment[0, 0]));
    }

    private void Errors(int l, LayerStep layer)
    {
        string e = _symbols["e", l];
        if (l == _step.Layers.Count - 1)
        {
            _sheet.Section(new("Errors", "误差"), $"{e} = t - {_symbols["y", l]}", new(
                "How far each output is from its target t, and which way it has to go.",
                "每个输出离目标值 t 还有多远，该往哪边走。"), ("t", _step.Targets), (e, layer.Errors));
            _sheet.Worked(
                RowLabel(layer),
                $"{Short(_step.Targets[_row, 0])} - {Short(layer.Outputs[_row, 0])} = {Short(layer.Errors[_row, 0])}");
            return;
        }

        LayerStep behind = _step.Layers[l + 1];
        _sheet.Section(new("Errors", "误差"), $"{e} = {_symbols["delta", l + 1]} {_symbols["W", l + 1]}^T", new(
            "A hidden neuron has no target. Its error comes back from the layer behind it,\nover the same weights as its output went there (those before the update).",
            "隐藏层的神经元没有目标值。它的误差从后一层传回来，\n走的正是输出传过去时的那些权重（更新之前的）。"), layer.Errors);
        _sheet.WorkedSum(
            RowLabel(layer),
            [.. Enumerable.Range(0, behind.Weights.ColumnCount).Select(j => $"{Short(behind.Deltas[_row, j])} * {Short(behind.Weights[0, j])}")],
            Short(layer.Errors[_row, 0]));
    }

    private void Update()
    {
        _sheet.Part(new("Update: all weights move at once", "更新：所有权重同时移动"));
        for (int l = 0; l < _step.Layers.Count; l++)
        {
            LayerStep layer = _step.Layers[l];
            string s = Short(_step.StepSize);
            Message tried = _step.Kept ? new("", "") : new(
                "\nE rises there, so the step is taken back: the weights stay those before it.",
                "\n在那里 E 变大了，所以这一步被撤回：权重仍是这一步之前的值。");
            Message found = _lesson.Steps.StepSize is not null ? new("", "") : new(
                "\nIt was found on the way (--step-size auto).", "\n步长是训练中自动找到的（--step-size auto）。");
            _sheet.Section(new("New weights", "新权重"), $"{_symbols["W", l]} + s * {_symbols["adjustment", l]}", new(
                $"Each weight follows its adjustment; the step size s = {s} says how far.{found.English}{tried.English}",
                $"每个权重沿自己的调整量移动；步长 s = {s} 决定走多远。{found.Chinese}{tried.Chinese}"), layer.NewWeights);
            _sheet.Worked(
                WeightLabel(l),
                $"{Short(layer.Weights[0, 0])} + {s} * {Short(layer.Adjustment[0, 0])} = {Short(layer.NewWeights[0, 0])}");
        }
    }

    private Message Origin(int neurons)
    {
        Message columns = neurons == 1 ? new("", "") : new("\nOne column a neuron.", "\n每列一个神经元。");
        return _iteration == 1
            ? new(
                $"How much each input counts, and which way. Drawn at random (seed {_lesson.Seed}).{columns.English}",
                $"每个输入有多大分量、朝哪个方向。现在是随机值（种子 {_lesson.Seed}）。{columns.Chinese}")
            : new(
                $"How much each input counts, and which way, after {_iteration - 1} iterations.{columns.English}",
                $"每个输入有多大分量、朝哪个方向（{_iteration - 1} 次迭代之后）。{columns.Chinese}");
    }

    private Message Titled(int l, Message direction, Message question) => _step.Layers.Count == 1
        ? new($"{direction.English}: {question.English}", $"{direction.Chinese}：{question.Chinese}")
        : new(
            $"{direction.English}, layer {l + 1} ({_step.Layers[l].Weights.RowCount} -> {_step.Layers[l].Weights.ColumnCount}): {question.English}",
            $"{direction.Chinese}，第 {l + 1} 层（{_step.Layers[l].Weights.RowCount} -> {_step.Layers[l].Weights.ColumnCount}）：{question.Chinese}");

    private Message RowLabel(LayerStep layer) => layer.Weights.ColumnCount == 1
        ? new($"Row {_number}", $"第 {_number} 行")
        : new($"Row {_number}, neuron 1", $"第 {_number} 行，神经元 1");

    private Message WeightLabel(int l) => new(_symbols.Weight(l, 0, 0), _symbols.Weight(l, 0, 0));

    /// <summary>A number to four digits.</summary>
    // Adding 0 turns -0, which rounding may leave, into 0.
    internal static string Short(double number) => (number + 0.0).ToString("g4", CultureInfo.InvariantCulture);
}
