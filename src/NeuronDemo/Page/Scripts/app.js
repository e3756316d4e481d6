import { drawWeights, Pass } from "./network.js";
import { readPalette } from "./surface.js";
import { Training } from "./training.js";

const TrainingTime = 6;
const MostIterations = 2147483647;
const whole = (low, high) => text => /^\d{1,10}$/.test(text) && text >= low && text <= high;

/** What is on the screen: where training stands and what is chosen. Views show it and ask it to change. */
export class App {
    views = [];
    isWrong = [];
    isPlaying = false;
    isDragging = false;
    /** The neuron that the map shows, while it is pointed at or has the focus; null for the network's answer. */
    shownNeuron = null;
    #goal = null;
    #frame = 0;

    constructor(lesson, texts) {
        Object.assign(this, { lesson, texts, stopAt: lesson.iterations || 15000 });
        const { inputs, mainInputs, rows } = lesson;
        // Each setting: which texts it takes, and what it is at first.
        this.rules = {
            seed: [whole(0, 4294967295), lesson.seed],
            hidden: [text => text === "" || text.split(",").length <= 6 && text.split(",").every(whole(1, 64)), lesson.hidden.join(",")],
            step: [text => text === "auto" || Number(text) > 0 && Number(text) < Infinity, lesson.stepSize],
            across: [whole(1, inputs.length), mainInputs[0] + 1],
            up: [whole(1, inputs.length), mainInputs[1] + 1],
            row: [whole(1, rows.at(-1).number), rows[0].number],
            weight: [text => /^\d+\.\d+$/.test(text), "0.0"],
            language: [text => ["en", "zh"].includes(text), lesson.language],
            scheme: [text => ["light", "dark"].includes(text), ""],
        };
    }

    get axes() { return [this.settings.across - 1, this.settings.up - 1]; }
    get stepRule() { return this.settings.step === "auto" ? "auto" : Number(this.settings.step); }
    get loss() { return this.passes[0].meanSquaredError; }
    get isMoving() { return this.isPlaying || this.isDragging || this.#goal !== null; }

    /** The chosen weight: its layer and its place there, input and neuron, and its value. */
    get weight() {
        const { weights } = this.training, [l, k] = this.settings.weight.split(".").map(Number), isThere = k < weights[l]?.length;
        const [layer, index] = isThere ? [l, k] : [0, 0], neurons = this.sizes[layer + 1];
        return { layer, index, i: Math.floor(index / neurons), j: index % neurons, value: weights[layer][index] };
    }

    isFit(settings) { return Object.entries(settings).every(([name, value]) => this.rules[name][0](String(value))); }

    /** Changes settings, given as text or numbers. The others, and those that make no sense, stay, or are the lesson's own. */
    choose(change, others = this.settings) {
        const before = this.settings ?? {}, differ = (...names) => names.some(name => this.settings[name] !== before[name]);
        this.settings = Object.fromEntries(Object.entries(this.rules).map(([name, [isFit, own]]) =>
            [name, [change[name], others[name], own].map(String).find(text => text === String(own) || isFit(text))]));
        // In the file's numbers, some of which may have been left out.
        this.row = this.lesson.rows.findIndex(({ number }) => number >= this.settings.row);
        if (differ("seed", "hidden")) {
            this.begin();
        } else if (differ("step")) {
            this.training.branch({ stepRule: this.stepRule }, this.training.iteration > 0);
        }
        differ("across", "up", "language", "scheme") && this.refresh();
        this.invalidate();
    }

    /** Back to the start, with the same weights; changes by hand are forgotten. */
    begin() {
        const { lesson, settings: { seed, hidden } } = this;
        Object.assign(this, { isPlaying: false, shownNeuron: null, isWrong: [] });
        this.#goal = null;
        this.sizes = [lesson.inputs.length, ...hidden.split(",").filter(text => text).map(Number), lesson.targets.length];
        this.passes = lesson.parts.map(({ inputs, targets }) => new Pass(this.sizes, inputs, targets));
        this.training = new Training(this.passes[0], drawWeights(Number(seed), this.sizes), this.stepRule, this.passes[1]);
        this.refresh();
    }

    /** Puts weights from elsewhere in place, as they were after some iterations. */
    load({ seed, layers, iterations, stepSize, nextStepSize, weights }, isByHand) {
        this.choose({ seed, hidden: layers.slice(1, -1).join(","), step: stepSize });
        this.begin();
        const next = stepSize === "auto" && nextStepSize > 0 ? { stepSize: nextStepSize } : {};
        this.training.branch({ iteration: iterations, weights: weights.map(layer => Float64Array.from(layer.flat())), ...next }, isByHand);
        this.refresh();
    }

    /** Builds anew what language, scheme, layers, axes or width decide about. */
    refresh() {
        const { language, scheme } = this.settings;
        Object.assign(document.documentElement, { lang: language === "zh" ? "zh-CN" : "en" }).dataset.scheme = scheme;
        readPalette();
        this.views.forEach(view => view.build?.());
        this.invalidate();
    }

    /** Plays on, or pauses. */
    play(isPlaying) {
        this.isPlaying = isPlaying;
        this.limit = this.training.iteration < this.stopAt ? this.stopAt : MostIterations;
        this.invalidate();
    }

    /** Goes to an iteration: back at once, forward by training on. */
    seek(iteration) {
        this.isPlaying = false;
        this.#goal = Math.min(MostIterations, Math.max(0, Math.round(iteration)));
        this.invalidate();
    }

    /** Changes the chosen weight by hand. */
    setWeight(value) {
        const { weights } = this.training.state, { layer, index } = this.weight;
        weights[layer][index] = value;
        this.isPlaying = false;
        this.#goal = null;
        this.training.branch({ weights }, true);
        this.invalidate();
    }

    point(neuron) {
        this.shownNeuron = neuron;
        this.invalidate();
    }

    invalidate() {
        this.#frame ||= requestAnimationFrame(() => this.#show());
    }

    // Trains for as long as a frame may take, played at an even pace along a logarithmic axis, and then draws once.
    #show() {
        const { training, lesson } = this, deadline = performance.now() + TrainingTime;
        this.#frame = 0;
        if (this.isPlaying) {
            training.seek(Math.min(this.limit, Math.ceil(training.iteration * 1.012 + 0.5)), deadline);
        }
        const hasArrived = this.#goal !== null && training.seek(this.#goal, deadline);
        this.#goal = hasArrived || !training.isFinite ? null : this.#goal;
        this.isPlaying &&= training.isFinite && training.iteration < this.limit;
        training.evaluate();
        this.passes[1]?.run(training.weights);
        this.isWrong = lesson.rows.map(row => lesson.isWrong(row, this.outputs(row.index)));
        this.views.forEach(view => view.draw());
        if (this.isPlaying || this.#goal !== null) {
            this.invalidate();
        }
    }

    /** The pass that a row takes part in, and where in its columns. */
    place(index) {
        const { at, isHeldOut } = this.lesson.rows[index];
        return { at, pass: this.passes[+isHeldOut] };
    }

    outputs(index) { return this.place(index).pass.outputs.map(column => column[this.lesson.rows[index].at]); }

    say = (key, values = {}) => this.texts[key][+(this.settings.language === "zh")].replace(/\{(\w+)\}/g, (_, name) => values[name]);

    /** What feeds layer l (l = 0: the inputs) or is a neuron of the layer before, by name. */
    name(l, j) {
        const { inputs, targets } = this.lesson;
        return l === 0 ? inputs[j].name : l === this.sizes.length - 1 ? targets[j].name : this.say("neuronOf", { l, j: j + 1 });
    }

    weightName(layer, index) {
        const neurons = this.sizes[layer + 1];
        return `${this.name(layer, Math.floor(index / neurons))} → ${this.name(layer + 1, index % neurons)}`;
    }

    /** The colour of a class or a side, as it is named in the palette. */
    colourOf(kind) { return this.lesson.answers[0].count > 1 ? `class${kind % 7}` : ["vermilion", "blue"][kind]; }
}
