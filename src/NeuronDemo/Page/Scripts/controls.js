import { shapes, short } from "./surface.js";

const element = id => document.getElementById(id);
const Steps = 1000;

/** Everything to press, type and drag outside the pictures; it does what the app offers and shows where it stands. */
export class Controls {
    #app;
    speed = element("speed");

    constructor(app) {
        this.#app = app;
        const on = (id, what, type = "click") => element(id).addEventListener(type, () => { this.tell(null); what(element(id)); });
        on("language", () => app.change({ language: app.language === "en" ? "zh" : "en" }));
        on("scheme", () => app.change({ scheme: this.#isDark ? "light" : "dark" }));
        on("reset", () => app.reset());
        on("back", () => app.seek(app.iteration - 1));
        on("step", () => app.seek(app.iteration + 1));
        on("play", () => app.isPlaying ? app.pause() : app.play());
        on("iteration", field => this.#take(field, value => app.seek(value)), "change");
        on("timeline", field => app.seek(this.#iterationOf(Number(field.value))), "input");
        element("timeline").addEventListener("keydown", event => this.#stepTimeline(event));
        on("seed", field => this.#take(field, seed => app.change({ seed })), "change");
        on("another", () => app.change({ seed: app.seed === 4294967295 ? 0 : app.seed + 1 }));
        on("step-size", field => this.#take(field, step => step > 0 && app.setStep(step)), "change");
        on("shorter", () => app.setStep(app.training.stepSize / 2));
        on("longer", () => app.setStep(app.training.stepSize * 2));
        on("auto", field => app.setStep(field.checked ? "auto" : app.training.stepSize), "change");
        on("add-layer", () => app.change({ hidden: [...app.hidden, 4] }));
        on("remove-layer", () => app.change({ hidden: app.hidden.slice(0, -1) }));
        on("across", field => app.change({ across: field.value }), "change");
        on("up", field => app.change({ up: field.value }), "change");
        on("weight", field => app.chooseWeight(...field.value.split(".").map(Number)), "change");
        on("weight-value", field => this.#take(field, value => app.setWeight(value)), "change");
        on("weight-slider", field => app.setWeight(Number(field.value)), "input");
        on("less", () => app.setWeight(Number((app.chosenWeight().value - 0.1).toPrecision(15))));
        on("more", () => app.setWeight(Number((app.chosenWeight().value + 0.1).toPrecision(15))));
        on("learned", () => this.#showLearned());
        on("save", () => this.#save());
        on("read", field => this.#read(field), "change");
        on("copy", () => this.#copy());
    }

    get #isDark() {
        return this.#app.scheme ? this.#app.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    }

    #take(field, use) {
        if (field.value !== "" && field.checkValidity()) {
            use(Number(field.value));
        }
        this.draw();
    }

    // The timeline's axis is logarithmic like the chart's; the arrow keys go by one iteration all the same.
    #iterationOf(position) {
        return Math.round(Math.expm1(position / Steps * Math.log1p(this.#app.history.last)));
    }

    #stepTimeline(event) {
        const { iteration, history } = this.#app;
        const to = {
            ArrowLeft: iteration - 1, ArrowDown: iteration - 1, ArrowRight: iteration + 1, ArrowUp: iteration + 1,
            PageDown: Math.floor(iteration / 2), PageUp: 2 * iteration || 1, Home: 0, End: history.last,
        }[event.key];
        if (to !== undefined) {
            event.preventDefault();
            this.#app.seek(Math.min(to, history.last));
        }
    }

    /** Fills in all texts and lists. */
    build() {
        const app = this.#app, { lesson, say } = app;
        for (const part of document.querySelectorAll("[data-text]")) {
            part.textContent = say(part.dataset.text);
        }
        for (const part of document.querySelectorAll("[data-label]")) {
            part.setAttribute("aria-label", say(part.dataset.label));
        }
        for (const part of document.querySelectorAll("[data-title]")) {
            part.title = say(part.dataset.title);
        }
        document.title = element("title").textContent = lesson.name ? say("fileTitle", { name: lesson.name }) : say("ownTitle");
        element("facts").textContent = this.#facts();
        element("language").textContent = say("otherLanguage");
        element("language").lang = app.language === "en" ? "zh-CN" : "en";
        element("scheme").setAttribute("aria-pressed", String(this.#isDark));
        for (const [k, id] of ["across", "up"].entries()) {
            options(element(id), lesson.inputs.map(({ name }, i) => [i + 1, name]), app.axes[k] + 1);
            element(id).parentElement.hidden = app.axes[k] < 0;
        }
        options(element("weight"), app.weights.flatMap((layer, l) => Array.from(layer, (_, index) =>
            [`${l}.${index}`, say("weightOf", app.weightEnds(l, index))])));
        element("learned").hidden = !lesson.learned;
        element("learned").textContent = say("learned", { k: lesson.iterations });
        this.#buildLayers();
        this.#buildLegend();
    }

    #facts() {
        const { lesson, say } = this.#app, list = columns => columns.length <= 8 ? columns.map(({ name }) => name).join(", ")
            : say("andMore", { names: columns.slice(0, 6).map(({ name }) => name).join(", "), n: columns.length - 6 });
        return say("facts", { rows: lesson.count, inputs: list(lesson.inputs), targets: list(lesson.targets) })
            + (lesson.held ? say("heldFacts", { held: lesson.held.count }) : "") + (lesson.leftOut ? say("leftOut", { n: lesson.leftOut }) : "");
    }

    #buildLayers() {
        const app = this.#app;
        element("add-layer").disabled = app.hidden.length === 6;
        element("remove-layer").hidden = app.hidden.length === 0;
        element("hidden-layers").replaceChildren(...app.hidden.map((neurons, l) => {
            const label = document.createElement("label"), field = document.createElement("input");
            Object.assign(field, { type: "number", min: 1, max: 64, step: 1, value: neurons, id: `hidden-${l + 1}` });
            field.addEventListener("change", () => this.#take(field, value => app.change({ hidden: app.hidden.with(l, value) })));
            label.append(app.say("neurons", { l: l + 1 }), " ", field);
            return label;
        }));
    }

    #buildLegend() {
        const app = this.#app, { lesson, say } = app, single = lesson.targets.length === 1;
        const names = single && !lesson.classes && !lesson.hasClasses ? [0, 1].map(side => say("nearer", { name: short(lesson.ownTarget(0, side)) }))
            : Array.from({ length: single ? 2 : lesson.targets.length }, (_, k) => say("targetIs", { name: lesson.className(k) }));
        const parts = names.map((name, k) => [`${shapes[k % shapes.length]} `, name, app.colourOf(k)]);
        const notes = [lesson.hasClasses && "wrong", lesson.held && "hollow", "half"].filter(key => key);
        element("map-legend").replaceChildren(...[...parts, ...notes.map(key => ["", say(key), ""])].map(([shape, name, colour]) => {
            const part = document.createElement("span"), mark = document.createElement("span");
            Object.assign(mark, { className: `mark ${colour}`, textContent: shape, ariaHidden: "true" });
            part.append(mark, name);
            return part;
        }));
    }

    /** Shows a message until the next thing is done; null takes it away. */
    tell(key, values) {
        element("status").textContent = key ? this.#app.say(key, values) : "";
    }

    draw() {
        const app = this.#app, { lesson, say, iteration, history } = app;
        element("play").classList.toggle("playing", app.isPlaying);
        element("play-text").textContent = say(app.isPlaying ? "pause" : "play");
        element("back").disabled = iteration === 0;
        show("iteration", iteration);
        show("seed", app.seed);
        show("step-size", Number(app.training.stepSize.toPrecision(6)));
        element("step-size").disabled = element("auto").checked = app.stepRule === "auto";
        element("timeline").value = history.last ? Steps * Math.log1p(iteration) / Math.log1p(history.last) : 0;
        element("timeline").setAttribute("aria-valuetext", say("atIteration", { k: iteration, last: history.last }));
        this.#drawWeight();

        const right = app.wrong.reduce((sum, wrong) => sum + 1 - wrong, 0), { heldOut } = app;
        element("loss-values").textContent = [
            `${lesson.held ? `${say("lossLearning")} ` : ""}${short(app.loss)}`,
            lesson.held ? `${say("lossHeld")} ${short(heldOut)}` : "",
            lesson.hasClasses ? say("right", { n: right, all: lesson.count }) : "",
        ].filter(text => text).join(" · ");
        const neuron = app.shownNeuron;
        element("map-title").textContent = neuron ? say("mapNeuron", { name: app.neuronName(neuron.layer, neuron.j) }) : say("mapTitle");
        if (!app.isMoving) {
            this.#drawNotes(lesson.count - right);
        }
    }

    #drawWeight() {
        const app = this.#app, { value } = app.chosenWeight(), slider = element("weight-slider");
        element("weight").value = `${app.weight.layer}.${app.weight.index}`;
        show("weight-value", Number(value.toPrecision(8)));
        if (document.activeElement !== slider || Math.abs(value) > slider.max) {
            slider.max = Math.max(10, 2 ** Math.ceil(Math.log2(Math.abs(value) * 1.2)));
            slider.min = -slider.max;
        }
        slider.value = value;
    }

    #drawNotes(wrong) {
        const app = this.#app, { lesson, say, iteration } = app, [a, b] = app.axes;
        const hint = iteration === 0 ? "tryPlay" : wrong === 0 || iteration < app.stopAt ? "tryDrag" : app.hidden.length ? "trySeed" : "tryHidden";
        element("hint-text").textContent = say(hint, { n: wrong });
        const others = lesson.inputs.map((_, i) => i).filter(i => i !== a && i !== b)
            .map(i => `${lesson.inputs[i].name} = ${short(lesson.own(i, lesson.means[i]))}`);
        const list = others.length <= 4 ? others.join(", ") : say("andMore", { names: others.slice(0, 3).join(", "), n: others.length - 3 });
        element("map-note").textContent = [
            others.length ? say("resting", { list }) : "", app.map.outside ? say("outside", { n: app.map.outside }) : "",
            app.map.drawn < lesson.count ? say("notDrawn", { n: app.map.drawn }) : "",
        ].join(" ");
        const byHand = app.history.changedAt();
        element("command").textContent = command(app);
        element("command-note").textContent = byHand !== undefined ? say("byHand", { k: byHand }) : lesson.leftOut ? say("partial") : "";
    }

    #showLearned() {
        const { learned, seed, hidden, stepSize, iterations } = this.#app.lesson;
        this.#app.load({
            seed, hidden, stepRule: stepSize, stepSize: learned.stepSize, iteration: iterations,
            weights: learned.weights.map(layer => Float64Array.from(layer.flat())),
        }, false);
    }

    #save() {
        const { seed, sizes, iteration, stepRule, weights } = this.#app, rows = (layer, l) =>
            Array.from({ length: sizes[l] }, (_, i) => Array.from(layer.subarray(i * sizes[l + 1], (i + 1) * sizes[l + 1])));
        const text = JSON.stringify({ seed, layers: sizes, iterations: iteration, stepSize: stepRule, weights: weights.map(rows) });
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
        link.download = "weights.json";
        link.click();
        URL.revokeObjectURL(link.href);
    }

    async #read(field) {
        const app = this.#app, { inputs, targets } = app.lesson;
        try {
            const { seed, layers, iterations, stepSize, weights } = JSON.parse(await field.files[0].text());
            const flat = weights.map(layer => Float64Array.from(layer.flat()));
            const fits = layers[0] === inputs.length && layers.at(-1) === targets.length && flat.length === layers.length - 1
                && flat.every((layer, l) => layer.length === layers[l] * layers[l + 1] && layer.every(Number.isFinite))
                && Number.isInteger(iterations) && (stepSize === "auto" || stepSize > 0);
            if (!fits) {
                throw new RangeError();
            }
            app.load({ seed, hidden: layers.slice(1, -1), stepRule: stepSize, iteration: iterations, weights: flat }, true);
        } catch {
            this.tell("unreadable", { inputs: inputs.length, targets: targets.length });
        }
        field.value = "";
    }

    async #copy() {
        getSelection().selectAllChildren(element("command"));
        await navigator.clipboard?.writeText(element("command").textContent).catch(() => {});
        this.tell("copied");
    }
}

function options(list, entries, chosen) {
    list.replaceChildren(...entries.map(([value, text]) => new Option(text, value)));
    list.value = chosen;
}

// What somebody is typing in is left alone.
function show(id, value) {
    const field = element(id);
    if (document.activeElement !== field || !field.matches(":focus-visible")) {
        field.value = value;
    }
}

const quote = word => /^[\w./,:=%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

function command({ lesson, seed, hidden, stepRule, iteration }) {
    const options = ["--seed", seed, "--step-size", stepRule, "--iterations", iteration, ...hidden.length ? ["--hidden", hidden.join(",")] : []];
    return ["neuron-demo", "train", ...lesson.arguments, ...options].map(word => quote(String(word))).join(" ");
}
