import { Chart } from "./chart.js";
import { Controls } from "./controls.js";
import { Diagram } from "./diagram.js";
import { History } from "./history.js";
import { AnswerMap } from "./map.js";
import { drawWeights, Pass } from "./network.js";
import { Numbers } from "./numbers.js";
import { Rows } from "./rows.js";
import { readPalette, short, ticks } from "./surface.js";
import { languages, speaker } from "./texts.js";
import { Training } from "./training.js";

const TrainingTime = 6;
const SlowTime = 400;
const MostIterations = 2147483647;

/** What is on the screen: where training stands and what is chosen. The views show it, and ask it to change. */
export class App {
    row = 0;
    weight = { layer: 0, index: 0 };
    pinned = null;
    isPlaying = false;
    isDragging = false;
    #pointed = null;
    #goal = null;
    #frame = 0;
    #moved = 0;
    #passes;

    constructor(lesson) {
        this.lesson = lesson;
        this.stopAt = lesson.iterations || 15000;
        this.map = new AnswerMap(this);
        this.diagram = new Diagram(this);
        this.rows = new Rows(this);
        this.controls = new Controls(this);
        this.views = [this.map, this.diagram, new Chart(this), this.rows, new Numbers(this), this.controls];
    }

    get training() { return this.history.training; }
    get weights() { return this.training.weights; }
    get iteration() { return this.training.iteration; }
    get loss() { return this.training.meanSquaredError; }
    get heldOut() { return this.#passes[1]?.meanSquaredError(); }
    get lastShown() { return Math.max(this.history.last, this.stopAt); }
    get shownNeuron() { return this.#pointed ?? this.pinned; }
    get isMoving() { return this.isPlaying || this.isDragging || this.#goal !== null; }

    /** The settings as text, from which apply() makes the same again. */
    get settings() {
        const { seed, hidden, stepRule, axes, row, language, scheme, iteration } = this;
        return {
            seed, hidden: hidden.join(","), step: stepRule, iteration, across: axes[0] + 1, up: axes[1] + 1, row: row + 1, language, scheme,
        };
    }

    /** Takes settings over, the lesson's own where one is missing or makes no sense. Begins anew if what is learned changes. */
    apply(settings) {
        const { lesson } = this, whole = (text, low, high, otherwise) =>
            /^\d+$/.test(text) && text >= low && text <= high ? Number(text) : otherwise;
        const before = this.history && JSON.stringify([this.seed, this.hidden, this.stepRule]);
        const layers = settings.hidden?.split(",").filter(text => text !== "").map(text => whole(text, 1, 64, NaN));
        this.seed = whole(settings.seed, 0, 4294967295, lesson.seed);
        this.hidden = layers?.length <= 6 && !layers.some(Number.isNaN) ? layers : lesson.hidden;
        this.stepRule = settings.step === "auto" ? "auto" : Number(settings.step) > 0 && isFinite(settings.step) ? Number(settings.step) : lesson.stepSize;
        this.axes = lesson.mainInputs().map((main, k) => whole(settings[["across", "up"][k]], 1, lesson.inputs.length, main + 1) - 1);
        this.row = whole(settings.row, 1, lesson.count, 1) - 1;
        this.language = languages.includes(settings.language) ? settings.language : lesson.language;
        this.scheme = ["light", "dark"].includes(settings.scheme) ? settings.scheme : "";
        if (JSON.stringify([this.seed, this.hidden, this.stepRule]) !== before) {
            this.#begin();
        }
        this.refresh();
        this.seek(whole(settings.iteration, 0, 1e6, 0));
    }

    /** Changes some settings and keeps the others. */
    change(settings) {
        const isNew = ["seed", "hidden", "step"].some(name => name in settings);
        const all = { ...this.settings, ...settings, ...isNew && { iteration: 0 } };
        this.apply(Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)])));
    }

    #begin() {
        const { lesson } = this;
        this.pause();
        this.sizes = lesson.sizes(this.hidden);
        this.#passes = lesson.parts.map(({ inputs, targets }) => new Pass(this.sizes, inputs, targets));
        const start = Training.start(drawWeights(this.seed, this.sizes), this.stepRule, this.#passes[0].rows);
        this.history = new History(this.#passes[0], start, this.#passes[1]);
        this.pinned = this.#pointed = this.#goal = null;
        this.wrong = new Uint8Array(lesson.count);
        if (!(this.weight.index < this.weights[this.weight.layer]?.length)) {
            this.weight = { layer: 0, index: 0 };
        }
    }

    /** Back to the start, with the same weights; changes by hand are forgotten. */
    reset() {
        this.#begin();
        this.refresh();
    }

    /** Builds everything anew that language, scheme, layers, axes or width decide about. */
    refresh() {
        document.documentElement.lang = this.language === "zh" ? "zh-CN" : "en";
        document.documentElement.dataset.scheme = this.scheme;
        this.say = speaker(this.language);
        readPalette();
        this.controls.build();
        this.map.build();
        this.diagram.build();
        this.rows.build();
        this.invalidate();
    }

    play() {
        this.#goal = null;
        this.isPlaying = true;
        this.limit = this.iteration < this.stopAt ? this.stopAt : MostIterations;
        this.invalidate();
    }

    pause() {
        this.isPlaying = false;
        this.invalidate?.();
    }

    /** Goes to an iteration: back at once, forward by training on. */
    seek(iteration) {
        this.isPlaying = false;
        this.#goal = Math.min(MostIterations, Math.max(0, iteration));
        this.invalidate();
    }

    chooseRow(row) {
        this.row = row;
        this.rows.reveal();
        this.invalidate();
    }

    chooseWeight(layer, index) {
        this.weight = { layer, index };
        this.invalidate();
    }

    /** Changes the chosen weight by hand. */
    setWeight(value) {
        if (Number.isFinite(value)) {
            const weights = this.training.state.weights;
            weights[this.weight.layer][this.weight.index] = value;
            this.isPlaying = false;
            this.history.branch({ weights }, true);
            this.invalidate();
        }
    }

    /** Changes the step size from here on. */
    setStep(stepRule) {
        this.stepRule = stepRule;
        this.history.branch({ stepRule, stepSize: Training.firstStep(stepRule, this.#passes[0].rows) }, this.iteration > 0);
        this.controls.build();
        this.invalidate();
    }

    /** Puts weights from elsewhere in place, as they were after some iterations. */
    load({ seed = this.seed, hidden, stepRule = this.stepRule, stepSize, iteration, weights }, isByHand) {
        Object.assign(this, { seed, hidden, stepRule });
        this.#begin();
        this.history.branch({ iteration, weights, ...stepSize && { stepSize } }, isByHand);
        this.refresh();
    }

    /** Shows a neuron on the map for as long as it is pointed at; null for none. */
    point(neuron) {
        this.#pointed = neuron;
        this.invalidate();
    }

    /** Shows a neuron on the map until it is chosen once more. */
    pin(neuron) {
        const isSame = this.pinned?.layer === neuron.layer && this.pinned.j === neuron.j;
        this.pinned = isSame ? null : neuron;
        this.invalidate();
    }

    invalidate() {
        this.#frame ||= requestAnimationFrame(now => this.#draw(now));
    }

    #draw(now) {
        this.#frame = 0;
        if (this.#goal !== null && this.history.seek(this.#goal, performance.now() + TrainingTime)) {
            this.#goal = null;
        }
        if (this.isPlaying) {
            this.#train(now);
        }
        if (!this.training.isFinite) {
            this.isPlaying = false;
            this.#goal = null;
            this.controls.tell("diverged", { k: this.iteration });
        }
        this.training.evaluate();
        this.#passes[1]?.forward(this.weights);
        this.#passes[1]?.backward(this.weights);
        for (let index = 0; index < this.wrong.length; index++) {
            this.wrong[index] = this.lesson.hasClasses && !this.lesson.isRight(this.outputs(index), this.targets(index));
        }
        this.map.compute();
        this.views.forEach(view => view.draw());
        if (this.isPlaying || this.#goal !== null) {
            this.invalidate();
        }
    }

    #train(now) {
        const end = performance.now() + TrainingTime, { value: speed } = this.controls.speed;
        let iterations = speed === "fast" ? Infinity : speed === "steady" ? Math.ceil(0.012 * this.iteration) || 1 : +(now - this.#moved >= SlowTime);
        if (iterations > 0) {
            this.#moved = now;
        }
        while (iterations-- > 0 && this.iteration < this.limit && performance.now() < end && this.training.isFinite) {
            this.history.advance();
        }
        this.isPlaying = this.iteration < this.limit;
    }

    // A row's numbers: which pass it takes part in, and where there.
    pass(index) { return this.#passes[index < this.#passes[0].rows ? 0 : 1]; }
    at(index) { return index < this.#passes[0].rows ? index : index - this.#passes[0].rows; }
    outputs(index) { return this.pass(index).outputs.map(column => column[this.at(index)]); }
    targets(index) { return this.pass(index).targets.map(column => column[this.at(index)]); }
    isWrong(index) { return this.wrong[index] === 1; }
    adjustment(layer, index) { return this.#passes[0].adjustments[layer][index]; }

    /** The chosen weight: from where to where, and its value. */
    chosenWeight() {
        const { layer, index } = this.weight;
        return { ...this.weightEnds(layer, index), value: this.weights[layer][index] };
    }

    weightEnds(layer, index) {
        const neurons = this.sizes[layer + 1], i = Math.floor(index / neurons);
        return { from: layer === 0 ? this.lesson.inputs[i].name : this.neuronName(layer - 1, i), to: this.neuronName(layer, index % neurons) };
    }

    neuronName(layer, j) {
        return layer === this.sizes.length - 2 ? this.lesson.targets[j].name : this.say("neuronOf", { l: layer + 1, j: j + 1 });
    }

    // The map's axes are inputs; where there is only one, the other is the target.
    range(axis) { return axis < 0 ? [-0.2, 1.2] : this.lesson.range(axis); }
    axisName(axis) { return axis < 0 ? this.lesson.targets[0].name : this.lesson.inputs[axis].name; }

    axisTicks(axis, count) {
        const [low, high] = this.range(axis), own = x => axis < 0 ? this.lesson.ownTarget(0, x) : this.lesson.own(axis, x);
        return ticks(own(low), own(high), count).map(tick => ({ text: short(tick), at: (tick - own(low)) / (own(high) - own(low)) }));
    }

    /** The colour of a class or a side, as it is named in the palette. */
    colourOf(kind) {
        return this.lesson.targets.length > 1 ? `class${kind % 7}` : kind === 1 ? "blue" : "vermilion";
    }

    /** What targets or outputs say, in words or in the file's unit. */
    answerText(values, isTarget) {
        const { lesson } = this, kind = lesson.kindOf(values);
        if (values.length === 1 && !lesson.classes) {
            return short(lesson.ownTarget(0, values[0]));
        }
        return isTarget ? lesson.className(kind) : `${lesson.className(kind)} ${short(values.length === 1 ? values[0] : values[kind])}`;
    }
}
