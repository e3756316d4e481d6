import { drawWeights, Pass } from "./network.js";
import { readPalette } from "./surface.js";
import { Training } from "./training.js";

const TrainingTime = 6;
const MostIterations = 2147483647;
const whole = (low, high) => text => /^\d{1,10}$/.test(text) && text >= low && text <= high;
const oneOf = (...texts) => text => texts.includes(text);

/** What is on the screen: where training stands and what is chosen. Views show it and ask it to change. */
export class App {
    views = [];
    isWrong = [];
    isPlaying = false;
    isDragging = false;
    /** The neuron that the map shows, while it is pointed at or has the focus; null for the network's answer. */
    shownNeuron = null;
    // The iteration that training is on its way to; null at rest.
    #goal = null;
    #frame = 0;

    constructor(lesson, texts) {
        Object.assign(this, { lesson, texts, stopAt: lesson.iterations || 15000 });
        const { inputs, mainInputs, rows } = lesson, areSizes = texts => texts.length <= 6 && texts.every(whole(1, 64));
        // Each setting: which texts it takes, and what it is at first.
        this.rules = {
            seed: [whole(0, 4294967295), lesson.seed],
            hidden: [text => text === "" || areSizes(text.split(",")), lesson.hidden],
            step: [text => text === "auto" || Number(text) > 0 && Number(text) < Infinity, lesson.stepSize],
            across: [whole(1, inputs.length), mainInputs[0] + 1],
            up: [whole(1, inputs.length), mainInputs[1] + 1],
            row: [whole(1, rows.at(-1).number), rows[0].number],
            weight: [text => /^\d+\.\d+$/.test(text), "0.0"],
            language: [oneOf("en", "zh"), lesson.language],
            scheme: [oneOf("light", "dark"), ""],
        };
    }

    get axes() { return [this.settings.across - 1, this.settings.up - 1]; }
    get hidden() { return this.settings.hidden.split(",").filter(text => text).map(Number); }
    get stepRule() { return this.settings.step === "auto" ? "auto" : Number(this.settings.step); }
    get loss() { return this.passes[0].meanSquaredError; }
    get isMoving() { return this.isDragging || this.#goal !== null; }

    /** All weights: each one's layer and place there, the input and the neuron that it joins, and its value. */
    get edges() {
        return this.training.weights.flatMap((weights, layer) => Array.from(weights, (value, index) => {
            const neurons = this.sizes[layer + 1], i = Math.floor(index / neurons), j = index % neurons;
            return { id: `${layer}.${index}`, layer, index, i, j, value };
        }));
    }

    /** The chosen weight. */
    get weight() {
        const { edges } = this;
        return edges.find(({ id }) => id === this.settings.weight) ?? edges[0];
    }

    isFit(settings) { return Object.entries(settings).every(([name, value]) => this.rules[name][0](String(value))); }

    /** Changes settings, given as text or numbers. Others, and those that make no sense, stay or are the lesson's. */
    choose(change, others = this.settings) {
        const before = this.settings ?? {};
        const differ = (...names) => names.some(name => this.settings[name] !== before[name]);
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
        const { lesson, hidden, settings: { seed } } = this;
        this.#rest();
        this.sizes = [lesson.inputs.length, ...hidden, lesson.targets.length];
        this.passes = lesson.parts.map(({ inputs, targets }) => new Pass(this.sizes, inputs, targets));
        const weights = drawWeights(Number(seed), this.sizes);
        this.training = new Training(this.passes[0], weights, this.stepRule, this.passes[1]);
        Object.assign(this, { shownNeuron: null, isWrong: [] });
        this.refresh();
    }

    /** Puts weights from elsewhere in place, as they were after some iterations. */
    load({ seed, layers, iterations, stepSize, nextStepSize, weights }, isByHand) {
        this.choose({ seed, hidden: layers.slice(1, -1), step: stepSize });
        this.begin();
        this.training.branch({
            iteration: iterations,
            weights: weights.map(layer => Float64Array.from(layer.flat())),
            ...stepSize === "auto" && nextStepSize > 0 && { stepSize: nextStepSize },
        }, isByHand);
        this.refresh();
    }

    /** Builds anew what language, scheme, layers, axes or width decide about. */
    refresh() {
        const { language, scheme } = this.settings, root = document.documentElement;
        root.lang = language === "zh" ? "zh-CN" : "en";
        root.dataset.scheme = scheme;
        readPalette();
        this.views.forEach(view => view.build?.());
        this.invalidate();
    }

    /** Plays on, or pauses. */
    play(isPlaying) {
        const goal = this.training.iteration < this.stopAt ? this.stopAt : MostIterations;
        this.#rest(isPlaying ? goal : null);
        this.isPlaying = isPlaying;
    }

    /** Goes to an iteration: back at once, forward by training on. */
    seek(iteration) {
        this.#rest(Math.min(MostIterations, Math.max(0, Math.round(iteration))));
    }

    /** Changes the chosen weight by hand. */
    setWeight(value) {
        const { layer, index } = this.weight;
        this.training.weights[layer][index] = value;
        this.training.branch({}, true);
        this.#rest();
    }

    point(neuron) {
        this.shownNeuron = neuron;
        this.invalidate();
    }

    invalidate() {
        this.#frame ||= requestAnimationFrame(() => this.#show());
    }

    // Leaves what was under way, for another goal or for none.
    #rest(goal = null) {
        this.isPlaying = false;
        this.#goal = goal;
        this.invalidate();
    }

    // Trains for as long as a frame may take, played at an even pace along a logarithmic axis, and then draws once.
    #show() {
        const { training, lesson } = this;
        this.#frame = 0;
        if (this.#goal !== null) {
            const next = this.isPlaying ? Math.ceil(training.iteration * 1.012 + 0.5) : Infinity;
            training.seek(Math.min(this.#goal, next), performance.now() + TrainingTime);
            training.isFinite && training.iteration !== this.#goal ? this.invalidate() : this.#rest();
        }
        training.evaluate();
        this.passes[1]?.run(training.weights);
        this.isWrong = lesson.rows.map(row => lesson.isWrong(row, this.outputs(row.index)));
        this.views.forEach(view => view.draw());
    }

    /** The pass that a row takes part in, and where in its columns. */
    place(index) {
        const { at, isHeldOut } = this.lesson.rows[index];
        return { at, pass: this.passes[+isHeldOut] };
    }

    outputs(index) {
        const { at, pass } = this.place(index);
        return pass.outputs.map(column => column[at]);
    }

    say = (key, values = {}) =>
        this.texts[key][+(this.settings.language === "zh")].replace(/\{(\w+)\}/g, (_, name) => values[name]);

    /** What feeds layer l (l = 0: the inputs) or is a neuron of the layer before, by name. */
    name(l, j) {
        const ends = { 0: this.lesson.inputs, [this.sizes.length - 1]: this.lesson.targets };
        return ends[l]?.[j].name ?? this.say("neuronOf", { l, j: j + 1 });
    }

    weightName({ layer, i, j }) { return `${this.name(layer, i)} → ${this.name(layer + 1, j)}`; }

    /** The colour of a class or a side, as it is named in the palette. */
    colourOf(kind) { return this.lesson.answers[0].count > 1 ? `class${kind % 7}` : ["vermilion", "blue"][kind]; }
}
