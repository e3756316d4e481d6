/** All that is pressed, typed and read outside the pictures. */
function controls(app) {
    const { lesson, say } = app, { heldOut, leftOut, isJudged, answers: [{ kinds }] } = lesson;
    const isDark = () => app.settings.scheme ? app.settings.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const list = (names, most) => names.length <= most + 1 ? names.join(", ")
        : say("andMore", { names: names.slice(0, most).join(", "), n: names.length - most });
    const join = (parts, between) => parts.filter(part => part).join(between), names = columns => columns.map(({ name }) => name);
    const each = (name, visit) => document.querySelectorAll(`[data-${name}]`).forEach(part => visit(part, part.dataset[name]));
    const tell = (key, values) => { element("status").textContent = key ? say(key, values) : ""; };

    const presses = {
        language: () => app.choose({ language: app.settings.language === "en" ? "zh" : "en" }),
        scheme: () => app.choose({ scheme: isDark() ? "light" : "dark" }),
        reset: () => app.begin(),
        back: () => app.seek(app.training.iteration - 1),
        step: () => app.seek(app.training.iteration + 1),
        play: () => app.play(!app.isPlaying),
        another: () => app.choose({ seed: (Number(app.settings.seed) + 1) % 4294967296 }),
        auto: () => app.choose({ step: app.stepRule === "auto" ? app.training.stepSize : "auto" }),
        addLayer: () => app.choose({ hidden: [...app.hidden, 4].join(",") }),
        removeLayer: () => app.choose({ hidden: app.hidden.slice(0, -1).join(",") }),
        learned: () => app.load({ ...lesson, layers: [0, ...lesson.hidden, 0] }, false),
        save,
    };
    each("press", (part, name) => part.addEventListener("click", presses[name]));
    each("set", (field, name) => field.addEventListener("change", () => app.choose({ [name]: field.value })));
    for (const [id, type, use] of [
        ["iteration", "change", app.seek], ["timeline", "input", value => app.seek(app.training.points[value].iteration)],
        ["step-size", "change", step => app.choose({ step })], ["weight-value", "change", app.setWeight], ["weight-slider", "input", app.setWeight],
    ]) {
        element(id).addEventListener(type, ({ target: { value } }) => value !== "" && use.call(app, Number(value)));
    }
    addEventListener("input", ({ target }) => app.show({ typing: target }));
    ["change", "focusout"].forEach(type => addEventListener(type, () => app.show({ typing: null }), true));

    function save() {
        const { sizes, settings: { seed }, stepRule: stepSize, training } = app, weights = training.weights.map((layer, l) =>
            Array.from({ length: sizes[l] }, (_, i) => [...layer.slice(i * sizes[l + 1], (i + 1) * sizes[l + 1])]));
        const text = JSON.stringify({ seed: Number(seed), layers: sizes, iterations: training.iteration, stepSize, nextStepSize: training.stepSize, weights });
        make("a", { href: `data:application/json,${encodeURIComponent(text)}`, download: "weights.json" }).click();
    }

    const inputs = lesson.inputs.length, targets = lesson.targets.length;
    const isUsable = ({ seed, layers, iterations, stepSize, weights }) => layers[0] === inputs && layers.at(-1) === targets
        && app.isFit({ seed, hidden: layers.slice(1, -1), step: stepSize }) && Number.isInteger(iterations) && iterations >= 0
        && weights.length === layers.length - 1 && weights.every((rows, l) => rows.length === layers[l]
            && rows.every(row => row.length === layers[l + 1] && row.every(Number.isFinite)));
    element("read").addEventListener("change", async ({ target }) => {
        const saved = await target.files[0].text().then(JSON.parse).then(saved => isUsable(saved) && saved).catch(() => null);
        saved ? app.load(saved, true) : tell("unreadable", { inputs, targets });
        target.value = "";
    });

    /** Texts and lists. */
    function build() {
        tell(null);
        each("text", (part, key) => { part.textContent = say(key); });
        each("label", (part, key) => Object.assign(part, { ariaLabel: say(key), title: say(key) }));
        document.title = element("title").textContent = lesson.name ? say("fileTitle", lesson) : say("ownTitle");
        element("facts").textContent = say("facts", { rows: lesson.rows.length, inputs: list(names(lesson.inputs), 6), targets: list(names(lesson.targets), 6) })
            + (heldOut ? say("heldFacts", { held: heldOut.numbers.length }) : "") + (leftOut ? say("leftOut", { n: leftOut }) : "");
        element("language").lang = app.settings.language === "en" ? "zh-CN" : "en";
        element("scheme").ariaPressed = String(isDark());
        element("weight").replaceChildren(...app.edges.map(edge => new Option(app.weightName(edge), edge.id)));
        ["across", "up"].forEach(id => element(id).replaceChildren(...names(lesson.inputs).map((name, i) => new Option(name, i + 1))));
        element("learned").hidden = !lesson.weights;
        element("remove-layer").disabled = app.hidden.length === 0;
        const legend = kinds.map((name, kind) => make("span", {}, mark(kind, app.colourOf(kind)), say(isJudged ? "targetIs" : "nearer", { name })));
        const notes = ["chosen", isJudged && "wrong", heldOut && "hollow", "half"].filter(key => key).map(key => make("span", {}, say(key)));
        element("map-legend").replaceChildren(...legend, ...notes);
    }

    /** What changes as training goes on; a field that somebody is typing in is left alone. */
    function draw() {
        const { training: { iteration, points, last, stepSize, changedAt, isFinite }, settings, weight, shownNeuron: neuron, map } = app;
        const show = (id, value) => element(id) === app.typing || (element(id).value = value);
        element("play").classList.toggle("playing", app.isPlaying);
        element("play-text").textContent = say(app.isPlaying ? "pause" : "play");
        element("back").disabled = iteration === 0;
        each("set", (field, name) => show(field.id, settings[name]));
        show("step-size", Number(stepSize.toPrecision(6)));
        element("step-size").disabled = element("auto").checked = app.stepRule === "auto";
        show("iteration", iteration);
        Object.assign(element("timeline"), { max: points.length - 1, value: points.findLastIndex(point => point.iteration <= iteration) });
        element("timeline").ariaValueText = say("atIteration", { k: iteration, last });
        show("weight-value", Number(weight.value.toPrecision(8)));
        const reach = Math.max(10, 2 ** Math.ceil(Math.log2(Math.abs(weight.value)))), wrong = lesson.rows.filter(row => row.isWrong).length;
        Object.assign(element("weight-slider"), { min: -reach, max: reach, value: weight.value });
        element("loss-values").textContent = join([
            heldOut && say("lossLearning"), short(app.loss), heldOut && `· ${say("lossHeld")} ${short(app.passes[1].meanSquaredError)}`,
            isJudged && `· ${say("right", { n: lesson.rows.length - wrong, all: lesson.rows.length })}`,
        ], " ");
        element("map-title").textContent = neuron ? say("mapNeuron", { name: app.name(neuron.layer + 1, neuron.j) }) : say("mapTitle");
        isFinite || tell("diverged", { k: iteration });
        if (app.isMoving) {
            return;
        }
        const hint = iteration === 0 ? "tryPlay" : wrong === 0 || iteration < app.stopAt ? "tryDrag" : settings.hidden ? "trySeed" : "tryHidden";
        element("hint-text").textContent = say(hint, { n: wrong });
        const others = lesson.inputs.map(({ name, rest }, i) => app.axes.includes(i) || name === "1" && i === lesson.inputs.length - 1 ? "" : `${name} = ${short(lesson.own(i, rest))}`).filter(text => text);
        element("map-note").textContent = join([
            others.length && say("resting", { list: list(others, 3) }), map.outside && say("outside", { n: map.outside }),
            map.drawn < lesson.rows.length && say("notDrawn", { n: map.drawn }),
        ], " ");
        element("step-note").textContent = app.stepRule === "auto" ? say("autoNote") : "";
        const quote = word => /^[\w./,:=%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
        const words = ["--seed", settings.seed, "--step-size", settings.step, "--iterations", iteration, ...settings.hidden ? ["--hidden", settings.hidden] : []];
        element("command").textContent = ["neuron-demo", "train", ...lesson.arguments, ...words].map(word => quote(String(word))).join(" ");
        element("command-note").textContent = changedAt >= 0 ? say("byHand", { k: changedAt }) : leftOut ? say("partial")
            : heldOut && Number(settings.seed) !== lesson.seed ? say("otherRows") : "";
    }

    return { build, draw };
}
