import { History } from "./history.js";
import { drawWeights, Pass } from "./network.js";
import { readPalette } from "./surface.js";
import { Training } from "./training.js";

const TrainingTime = 6;
const whole = (low, high) => text => /^\d{1,10}$/.test(text) && text >= low && text <= high;
const oneOf = (...words) => text => words.includes(text);

/** What is on the screen: where training stands and what is chosen. Views show it and ask it to change. */
export class App {
    views = [];
    pinned = null;
    isPlaying = false;
    isDragging = false;
    #pointed = null;
    #goal = null;
    #frame = 0;

    constructor(lesson, texts) {
        Object.assign(this, { lesson, texts, stopAt: lesson.iterations || 15000 });
        const { rows, inputs, mainInputs } = lesson;
        this.rules = {
            seed: [whole(0, 4294967295), lesson.seed],
            hidden: [text => text === "" || text.split(",").length <= 6 && text.split(",").every(whole(1, 64)), lesson.hidden.join(",")],
            step: [text => text === "auto" || Number(text) > 0 && Number(text) < Infinity, lesson.stepSize],
            across: [whole(1, inputs.length), mainInputs[0] + 1],
            up: [whole(0, inputs.length), mainInputs[1] + 1],
            row: [whole(1, rows.length), 1],
            weight: [text => /^\d+\.\d+$/.test(text), "0.0"],
            language: [oneOf("en", "zh"), lesson.language],
            scheme: [oneOf("light", "dark"), ""],
        };
    }

    get training() { return this.history.training; }
    get weights() { return this.training.weights; }
    get iteration() { return this.training.iteration; }
    get pass() { return this.passes[0]; }
    get loss() { return this.pass.meanSquaredError; }
    get axes() { return [this.settings.across - 1, this.settings.up - 1]; }
    get row() { return this.settings.row - 1; }
    get shownNeuron() { return this.#pointed ?? this.pinned; }
    get isMoving() { return this.isPlaying || this.isDragging || this.#goal !== null; }

    /** Changes settings, given as text or numbers. The others, and those that make no sense, stay, or are the lesson's own. */
    choose(change, others = this.settings) {
        const before = this.settings ?? {}, settings = this.settings = Object.fromEntries(Object.entries(this.rules).map(([name, [isFit, own]]) =>
            [name, [change[name], others[name], own].map(String).find(text => text === String(own) || isFit(text))]));
        const differ = (...names) => names.some(name => settings[name] !== before[name]);
        if (differ("seed", "hidden")) {
            this.begin();
        } else if (differ("step")) {
            this.history.branch({ stepRule: this.stepRule, stepSize: Training.start([], this.stepRule, this.pass.rows).stepSize }, this.iteration > 0);
        }
        if (differ("seed", "hidden", "across", "up", "language", "scheme")) {
            this.refresh();
        }
        this.invalidate();
    }

    get stepRule() { return this.settings.step === "auto" ? "auto" : Number(this.settings.step); }

    /** Back to the start, with the same weights; changes by hand are forgotten. */
    begin() {
        const { lesson, settings: { seed, hidden } } = this;
        Object.assign(this, { isPlaying: false, pinned: null, isWrong: [] });
        this.#goal = this.#pointed = null;
        this.sizes = [lesson.inputs.length, ...hidden.split(",").filter(text => text).map(Number), lesson.targets.length];
        this.passes = lesson.parts.map(({ inputs, targets }) => new Pass(this.sizes, inputs, targets));
        this.history = new History(this.pass, Training.start(drawWeights(Number(seed), this.sizes), this.stepRule, this.pass.rows), this.passes[1]);
    }

    /** Puts weights from elsewhere in place, as they were after some iterations. */
    load({ seed, layers, iterations, stepSize, weights }, isByHand) {
        this.choose({ seed, hidden: layers.slice(1, -1).join(","), step: stepSize });
        this.begin();
        this.history.branch({ iteration: iterations, weights: weights.map(layer => Float64Array.from(layer.flat())) }, isByHand);
        this.refresh();
    }

    /** Builds anew what language, scheme, layers, axes or width decide about. */
    refresh() {
        Object.assign(document.documentElement, { lang: this.settings.language === "zh" ? "zh-CN" : "en" }).dataset.scheme = this.settings.scheme;
        readPalette();
        this.views.forEach(view => view.build?.());
        this.invalidate();
    }

    /** Plays on, or pauses. */
    play(isPlaying = !this.isPlaying) {
        this.isPlaying = isPlaying;
        this.limit = this.iteration < this.stopAt ? this.stopAt : 2147483647;
        this.invalidate();
    }

    /** Goes to an iteration: back at once, forward by training on. */
    seek(iteration) {
        this.isPlaying = false;
        this.#goal = Math.min(2147483647, Math.max(0, iteration));
        this.invalidate();
    }

    /** The chosen weight: its layer, index, ends and value. */
    get weight() {
        const [layer, index] = this.settings.weight.split(".").map(Number);
        const at = index < this.weights[layer]?.length ? { layer, index } : { layer: 0, index: 0 }, neurons = this.sizes[at.layer + 1];
        return { ...at, i: Math.floor(at.index / neurons), j: at.index % neurons, value: this.weights[at.layer][at.index] };
    }

    /** Changes the chosen weight by hand. */
    setWeight(value) {
        if (Number.isFinite(value)) {
            const { weights } = this.training.state, { layer, index } = this.weight;
            weights[layer][index] = value;
            this.isPlaying = false;
            this.history.branch({ weights }, true);
            this.invalidate();
        }
    }

    /** Shows a neuron on the map while it is pointed at, or, pinned, until it is pinned once more. */
    point(neuron, isPinned) {
        if (isPinned) {
            this.pinned = this.pinned?.layer === neuron.layer && this.pinned.j === neuron.j ? null : neuron;
        } else {
            this.#pointed = neuron;
        }
        this.invalidate();
    }

    invalidate() {
        this.#frame ||= requestAnimationFrame(() => this.#show());
    }

    #show() {
        this.#frame = 0;
        if (this.#goal !== null && this.history.seek(this.#goal, performance.now() + TrainingTime)) {
            this.#goal = null;
        }
        if (this.isPlaying) {
            this.#train();
        }
        if (!this.training.isFinite) {
            this.isPlaying = false;
            this.#goal = null;
        }
        this.training.evaluate();
        this.passes[1]?.run(this.weights);
        this.isWrong = this.lesson.rows.map(row => this.lesson.isWrong(row, this.outputs(row.index)));
        this.views.forEach(view => view.draw());
        if (this.isPlaying || this.#goal !== null) {
            this.invalidate();
        }
    }

    // For as long as a frame may take, at an even pace along the logarithmic axis.
    #train() {
        const end = performance.now() + TrainingTime, goal = Math.min(this.limit, Math.ceil(this.iteration * 1.012 + 0.5));
        while (this.iteration < goal && performance.now() < end && this.training.isFinite) {
            this.history.advance();
        }
        this.isPlaying = this.iteration < this.limit;
    }

    /** The pass that a row takes part in, and where in its columns. */
    place(index) {
        return index < this.pass.rows ? { pass: this.pass, at: index } : { pass: this.passes[1], at: index - this.pass.rows };
    }

    outputs(index) {
        const { pass, at } = this.place(index);
        return pass.outputs.map(column => column[at]);
    }

    say = (key, values = {}) => this.texts[key][this.settings.language === "zh" ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => values[name]);

    /** What layer l is fed with (l = 0: the inputs) or answers, by name. */
    name(l, j) {
        const { inputs, targets } = this.lesson;
        return l === 0 ? inputs[j].name : l === this.sizes.length - 1 ? targets[j].name : this.say("neuronOf", { l, j: j + 1 });
    }

    // The map's axes are inputs; where there is but one, the other is the target.
    range(axis) { return axis < 0 ? [-0.2, 1.2] : [this.lesson.inputs[axis].low, this.lesson.inputs[axis].high]; }
    own(axis, x) { return axis < 0 ? this.lesson.ownTarget(0, x) : this.lesson.own(axis, x); }
    axisName(axis) { return axis < 0 ? this.name(this.sizes.length - 1, 0) : this.name(0, axis); }

    /** The colour of a class or a side, as it is named in the palette. */
    colourOf(kind) { return this.lesson.targets.length > 1 ? `class${kind % 7}` : ["vermilion", "blue"][kind]; }
}
