const TrainingTime = 6, MostIterations = 2147483647;
const whole = (low, high) => text => /^\d{1,10}$/.test(text) && text >= low && text <= high;
const oneOf = (...texts) => text => texts.includes(text);

/** What is on the screen: where training stands and what is chosen. Views show it and ask it to change. */
class App {
    isPlaying = false;
    isDragging = false;
    /** What somebody is at, or null: the neuron that the map shows, a place on the chart, the field typed in. */
    shownNeuron = null;
    pointedAt = null;
    typing = null;
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
            across: [whole(1, inputs.length), mainInputs[0] + 1], up: [whole(1, inputs.length), mainInputs[1] + 1],
            row: [whole(1, rows.at(-1).number), rows[0].number], weight: [text => /^\d+\.\d+$/.test(text), "0.0"],
            language: [oneOf("en", "zh"), lesson.language], scheme: [oneOf("light", "dark"), ""],
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
    get weight() { return this.edges.find(({ id }) => id === this.settings.weight) ?? this.edges[0]; }
    isFit(settings) { return Object.entries(settings).every(([name, value]) => this.rules[name][0](String(value))); }

    /** Changes settings, given as text or numbers. Others, and those that make no sense, stay or are the lesson's. */
    choose(change, others = this.settings) {
        const before = this.settings ?? {}, differ = (...names) => names.some(name => this.settings[name] !== before[name]);
        this.settings = Object.fromEntries(Object.entries(this.rules).map(([name, [isFit, own]]) =>
            [name, [change[name], others[name], own].map(String).find(text => text === String(own) || isFit(text))]));
        // In the file's numbers, some of which may have been left out.
        this.row = this.lesson.rows.find(({ number }) => number >= this.settings.row);
        differ("seed", "hidden") ? this.begin()
            : differ("step") && this.training.branch({ stepRule: this.stepRule }, this.training.iteration > 0);
        differ("across", "up", "language", "scheme") && this.refresh();
        this.show();
    }

    /** Back to the start, with the same weights; changes by hand are forgotten. */
    begin() {
        const { lesson, hidden, settings: { seed } } = this;
        this.#go(null);
        this.sizes = [lesson.inputs.length, ...hidden, lesson.targets.length];
        this.passes = lesson.parts.map(({ inputs, targets }) => new Pass(this.sizes, inputs, targets));
        this.training = new Training(this.passes[0], drawWeights(Number(seed), this.sizes), this.stepRule, this.passes[1]);
        this.shownNeuron = null;
        this.refresh();
    }

    /** Puts weights from elsewhere in place, as they were after some iterations. */
    load({ seed, layers, iterations, stepSize, nextStepSize, weights }, isByHand) {
        this.choose({ seed, hidden: layers.slice(1, -1), step: stepSize });
        this.begin();
        const next = stepSize === "auto" && nextStepSize > 0 ? { stepSize: nextStepSize } : {};
        const layerWeights = weights.map(layer => Float64Array.from(layer.flat()));
        this.training.branch({ iteration: iterations, weights: layerWeights, ...next }, isByHand);
    }

    /** Builds anew what language, scheme, layers, axes or width decide about. */
    refresh() {
        const { language, scheme } = this.settings, root = document.documentElement;
        root.lang = language === "zh" ? "zh-CN" : "en";
        root.dataset.scheme = scheme;
        readPalette();
        this.views.forEach(view => view.build?.());
        this.show();
    }

    /** Plays on, or pauses. */
    play(isPlaying) {
        this.#go(!isPlaying ? null : this.training.iteration < this.stopAt ? this.stopAt : MostIterations, isPlaying);
    }

    /** Goes to an iteration: back at once, forward by training on. */
    seek(iteration) { this.#go(Math.min(MostIterations, Math.max(0, Math.round(iteration)))); }

    /** Changes the chosen weight by hand. */
    setWeight(value) {
        this.training.weights[this.weight.layer][this.weight.index] = value;
        this.training.branch({}, true);
        this.#go(null);
    }

    /** Draws everything anew, after changes of what is pointed at, dragged or played. */
    show(change) {
        Object.assign(this, change);
        this.#frame ||= requestAnimationFrame(() => this.#draw());
    }

    // Leaves what was under way, for another goal or for none.
    #go(goal, isPlaying = false) {
        this.#goal = goal;
        this.show({ isPlaying });
    }

    // Trains for as long as a frame may take, played at an even pace along a logarithmic axis, and then draws once.
    #draw() {
        const { training, lesson } = this;
        this.#frame = 0;
        if (this.#goal !== null) {
            const next = this.isPlaying ? Math.ceil(training.iteration * 1.012 + 0.5) : Infinity;
            training.seek(Math.min(this.#goal, next), performance.now() + TrainingTime);
            training.isFinite && training.iteration !== this.#goal ? this.show() : this.#go(null);
        }
        this.passes[1]?.run(training.weights);
        lesson.rows.forEach(row => { row.isWrong = lesson.isWrong(row, this.outputs(row)); });
        this.views.forEach(view => view.draw());
    }

    /** The pass that a row takes part in. */
    passOf = ({ isHeldOut }) => this.passes[+isHeldOut];
    outputs = row => this.passOf(row).outputs.map(column => column[row.at]);

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
