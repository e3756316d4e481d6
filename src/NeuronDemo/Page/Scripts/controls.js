import { element, make, marks, short } from "./surface.js";

/** All that is pressed, typed and read outside the pictures. */
export function controls(app) {
    const { lesson } = app, isDark = () => app.settings.scheme ? app.settings.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const say = (key, values) => app.say(key, values), list = (names, most) =>
        names.length <= most + 1 ? names.join(", ") : say("andMore", { names: names.slice(0, most).join(", "), n: names.length - most });
    const layers = () => app.settings.hidden.split(",").filter(text => text);
    let typing = null;
    const presses = {
        language: () => app.choose({ language: app.settings.language === "en" ? "zh" : "en" }),
        scheme: () => app.choose({ scheme: isDark() ? "light" : "dark" }),
        reset() {
            app.begin();
            app.refresh();
        },
        back: () => app.seek(app.iteration - 1),
        step: () => app.seek(app.iteration + 1),
        play: () => app.play(),
        another: () => app.choose({ seed: (Number(app.settings.seed) + 1) % 4294967296 }),
        auto: () => app.choose({ step: app.stepRule === "auto" ? app.training.stepSize : "auto" }),
        addLayer: () => app.choose({ hidden: [...layers(), 4].join(",") }),
        removeLayer: () => app.choose({ hidden: layers().slice(0, -1).join(",") }),
        learned: () => app.load({ ...lesson, layers: [0, ...lesson.hidden, 0] }, false),
        save,
    };
    const each = (name, visit) => document.querySelectorAll(`[data-${name}]`).forEach(part => visit(part, part.dataset[name]));
    const onChange = (id, type, use) => element(id).addEventListener(type, ({ target }) => {
        target.value !== "" && use(Number(target.value));
        app.invalidate();
    });
    each("press", (part, name) => part.addEventListener("click", presses[name]));
    each("set", (field, name) => field.addEventListener("change", () => field.checkValidity() && app.choose({ [name]: field.value })));
    onChange("step-size", "change", step => app.choose({ step }));
    onChange("iteration", "change", value => app.seek(value));
    onChange("timeline", "input", value => app.seek(app.history.points[value].iteration));
    onChange("weight-value", "change", value => app.setWeight(value));
    onChange("weight-slider", "input", value => app.setWeight(value));
    element("read").addEventListener("change", read);
    addEventListener("input", ({ target }) => { typing = target; });
    ["change", "focusout"].forEach(type => addEventListener(type, () => { typing = null; }, true));

    function save() {
        const { weights, sizes, iteration, settings, stepRule } = app, rows = (layer, l) =>
            Array.from({ length: sizes[l] }, (_, i) => [...layer.slice(i * sizes[l + 1], (i + 1) * sizes[l + 1])]);
        const text = JSON.stringify({ seed: Number(settings.seed), layers: sizes, iterations: iteration, stepSize: stepRule, weights: weights.map(rows) });
        make("a", { href: `data:application/json,${encodeURIComponent(text)}`, download: "weights.json" }).click();
    }

    async function read({ target }) {
        try {
            const saved = JSON.parse(await target.files[0].text()), { layers, weights } = saved;
            const fits = layers[0] === lesson.inputs.length && layers.at(-1) === lesson.targets.length && weights.length === layers.length - 1
                && app.rules.hidden[0](layers.slice(1, -1).join(",")) && app.rules.step[0](saved.stepSize) && app.rules.seed[0](saved.seed) && saved.iterations >= 0
                && weights.every((layer, l) => layer.length === layers[l] && layer.every(row => row.length === layers[l + 1] && row.every(Number.isFinite)));
            fits ? app.load(saved, true) : tell("unreadable");
        } catch {
            tell("unreadable");
        }
        target.value = "";
    }

    function tell(key, values = { inputs: lesson.inputs.length, targets: lesson.targets.length }) {
        element("status").textContent = key ? say(key, values) : "";
    }

    /** Texts and lists. */
    function build() {
        tell(null);
        each("text", (part, key) => { part.textContent = say(key, { k: lesson.iterations }); });
        each("label", (part, key) => Object.assign(part, { ariaLabel: say(key), title: say(key) }));
        document.title = element("title").textContent = lesson.name ? say("fileTitle", lesson) : say("ownTitle");
        const names = columns => columns.map(({ name }) => name), { heldOut, leftOut } = lesson, count = lesson.rows.length;
        element("facts").textContent = say("facts", { rows: count, inputs: list(names(lesson.inputs), 6), targets: list(names(lesson.targets), 6) })
            + (heldOut ? say("heldFacts", { held: heldOut.numbers.length }) : "") + (leftOut ? say("leftOut", { n: leftOut }) : "");
        element("language").lang = app.settings.language === "en" ? "zh-CN" : "en";
        element("scheme").ariaPressed = String(isDark());
        const ends = ({ length }, l, index) => `${app.name(l, Math.floor(index / app.sizes[l + 1]))} → ${app.name(l + 1, index % app.sizes[l + 1])}`;
        element("weight").replaceChildren(...app.weights.flatMap((layer, l) => Array.from(layer, (_, index) => new Option(ends(layer, l, index), `${l}.${index}`))));
        ["across", "up"].forEach(id => element(id).replaceChildren(...names(lesson.inputs).map((name, i) => new Option(name, i + 1))));
        element("up").parentElement.hidden = app.axes[1] < 0;
        element("learned").hidden = !lesson.weights;
        const kinds = lesson.kinds.map((name, kind) => make("span", {},
            make("span", { className: `mark ${app.colourOf(kind)}`, ariaHidden: "true" }, marks[kind % marks.length].text),
            say(lesson.isJudged ? "targetIs" : "nearer", { name })));
        const notes = [lesson.isJudged && "wrong", heldOut && "hollow", "half"].filter(key => key).map(key => make("span", {}, say(key)));
        element("map-legend").replaceChildren(...kinds, ...notes);
    }

    /** What changes as training goes on; a field that somebody is typing in is left alone. */
    function draw() {
        const { iteration, history, settings, training, weight, shownNeuron: neuron } = app, show = (id, value) => {
            element(id) === typing || (element(id).value = value);
        };
        element("play").classList.toggle("playing", app.isPlaying);
        element("play-text").textContent = say(app.isPlaying ? "pause" : "play");
        element("back").disabled = iteration === 0;
        each("set", (field, name) => show(field.id, settings[name]));
        show("step-size", Number(training.stepSize.toPrecision(6)));
        element("step-size").disabled = element("auto").checked = app.stepRule === "auto";
        show("iteration", iteration);
        Object.assign(element("timeline"), { max: history.points.length - 1, value: history.points.findLastIndex(point => point.iteration <= iteration) });
        element("timeline").ariaValueText = say("atIteration", { k: iteration, last: history.last });
        show("weight-value", Number(weight.value.toPrecision(8)));
        const reach = Math.max(10, 2 ** Math.ceil(Math.log2(Math.abs(weight.value))));
        Object.assign(element("weight-slider"), { min: -reach, max: reach, value: weight.value });
        const wrong = app.isWrong.filter(isWrong => isWrong).length, held = app.passes[1]?.meanSquaredError;
        element("loss-values").textContent = [
            `${lesson.heldOut ? `${say("lossLearning")} ` : ""}${short(app.loss)}`, lesson.heldOut && `${say("lossHeld")} ${short(held)}`,
            lesson.isJudged && say("right", { n: lesson.rows.length - wrong, all: lesson.rows.length }),
        ].filter(text => text).join(" · ");
        element("map-title").textContent = neuron ? say("mapNeuron", { name: app.name(neuron.layer + 1, neuron.j) }) : say("mapTitle");
        if (!training.isFinite) {
            tell("diverged", { k: iteration });
        }
        if (!app.isMoving) {
            drawNotes(wrong);
        }
    }

    function drawNotes(wrong) {
        const { iteration, settings, map } = app, { changedAt } = app.history;
        element("hint-text").textContent = say(iteration === 0 ? "tryPlay" : wrong === 0 || iteration < app.stopAt ? "tryDrag"
            : settings.hidden ? "trySeed" : "tryHidden", { n: wrong });
        const others = lesson.inputs.map(({ name }, i) => app.axes.includes(i) ? "" : `${name} = ${short(lesson.own(i, lesson.inputs[i].rest))}`).filter(text => text);
        element("map-note").textContent = [
            others.length && say("resting", { list: list(others, 3) }), map.outside && say("outside", { n: map.outside }),
            map.drawn < lesson.rows.length && say("notDrawn", { n: map.drawn }),
        ].filter(text => text).join(" ");
        element("step-note").textContent = app.stepRule === "auto" ? say("autoNote") : "";
        const words = [...lesson.arguments, "--seed", settings.seed, "--step-size", settings.step, "--iterations", iteration, ...settings.hidden ? ["--hidden", settings.hidden] : []];
        element("command").textContent = ["neuron-demo", "train", ...words].map(word => quote(String(word))).join(" ");
        element("command-note").textContent = changedAt !== null ? say("byHand", { k: changedAt }) : lesson.leftOut ? say("partial") : "";
    }

    return { build, draw };
}

const quote = word => /^[\w./,:=%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
