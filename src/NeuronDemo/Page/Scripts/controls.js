/** All that is pressed, typed and read outside the pictures. */
function controls(app) {
    const { lesson, say } = app, { heldOut, leftOut, isJudged, answers: [{ first, count, kinds, areClasses }] } = lesson;
    const isDark = () => app.settings.scheme ? app.settings.scheme === "dark" : systemIsDark.matches;
    const list = (names, most) => names.length <= most + 1 ? names.join(", ")
        : say("andMore", { names: names.slice(0, most).join(", "), n: names.length - most });
    const names = columns => list(columns.map(({ name }) => name), 6), some = parts => parts.filter(part => part);
    const each = (name, visit) => document.querySelectorAll(`[data-${name}]`).forEach(part => visit(part, part.dataset[name]));
    const tell = (key, values) => write("status", key ? say(key, values) : "");
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
        save() {
            const { sizes: layers, stepRule: stepSize, training: { iteration: iterations, stepSize: nextStepSize } } = app;
            const weights = app.training.weights.map((layer, l) =>
                Array.from({ length: layers[l] }, (_, i) => [...layer.slice(i * layers[l + 1], (i + 1) * layers[l + 1])]));
            const text = JSON.stringify({ seed: Number(app.settings.seed), layers, iterations, stepSize, nextStepSize, weights });
            make("a", { href: `data:application/json,${encodeURIComponent(text)}`, download: "weights.json" }).click();
        },
    };
    each("press", (part, name) => part.addEventListener("click", presses[name]));
    each("set", (field, name) => field.addEventListener("change", () => app.choose({ [name]: field.value })));
    const on = (id, type, use) => element(id).addEventListener(type, ({ target: { value } }) => value !== "" && use(+value));
    on("iteration", "change", k => app.seek(k));
    on("timeline", "input", k => app.seek(app.training.points[k].iteration));
    on("step-size", "change", step => app.choose({ step }));
    on("weight-value", "change", value => app.setWeight(value));
    on("weight-slider", "input", value => app.setWeight(value));
    addEventListener("input", ({ target }) => app.show({ typing: target }));
    ["change", "focusout"].forEach(type => addEventListener(type, () => app.show({ typing: null }), true));

    const middle = lesson.ownTarget(first, 0.5), half = middle === 0.5 ? "½" : short(middle);
    // More signs a field has no room for, and would cut the power off.
    const typed = x => String(x).length > 13 ? x.toExponential() : x;
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

    function build() {
        tell(null);
        each("text", (part, key) => { part.textContent = say(key); });
        each("label", (part, key) => Object.assign(part, { ariaLabel: say(key), title: say(key) }));
        document.title = element("title").textContent = lesson.name ? say("fileTitle", lesson) : say("ownTitle");
        write("facts", say("facts", { rows: lesson.rows.length, inputs: names(lesson.inputs), targets: names(lesson.targets) })
            + (heldOut ? say("heldFacts", { n: heldOut.numbers.length }) : "") + (leftOut ? say("leftOut", { n: leftOut }) : ""));
        element("language").lang = app.settings.language === "en" ? "zh-CN" : "en";
        element("scheme").ariaPressed = String(isDark());
        element("weight").replaceChildren(...app.edges.map(edge => new Option(app.weightName(edge), edge.id)));
        ["across", "up"].forEach(id => element(id).replaceChildren(...lesson.inputs.map((x, i) => new Option(x.name, i + 1))));
        element("learned").hidden = !lesson.weights;
        element("loss-key").hidden = !heldOut;
        element("remove-layer").disabled = app.hidden.length === 0;
        const meaning = isJudged ? "targetIs" : "nearer";
        const legend = kinds.map((name, kind) => make("span", {}, mark(kind, app.colourOf(kind)), say(meaning, { name })));
        const notes = some([["chosen", 0, 0, 0, 1], isJudged && ["wrong", 0, 0, 1], heldOut && ["hollow", 0, 1]]);
        const samples = notes.map(([key, ...looks]) => make("span", {}, app.map.sprite(...looks), say(key)));
        const border = [make("i", { className: "line ink" }), say(count > 1 ? "border" : "half", { half })];
        element("map-legend").replaceChildren(...legend, ...samples, make("span", { id: "border" }, ...border));
    }

    /** What changes as training goes on; a field that somebody is typing in is left alone. */
    function draw() {
        const { training: { iteration, points, last, stepSize, changedAt, isFinite }, settings, weight, map } = app;
        const neuron = app.shownNeuron, wrong = lesson.rows.filter(row => row.isWrong).length;
        const show = (id, value) => element(id) === app.typing || (element(id).value = value);
        element("play").classList.toggle("playing", app.isPlaying);
        write("play-text", say(app.isPlaying ? "pause" : "play"));
        element("back").disabled = iteration === 0;
        each("set", (field, name) => show(field.id, settings[name]));
        show("step-size", typed(Number(stepSize.toPrecision(6))));
        element("step-size").disabled = element("auto").checked = app.stepRule === "auto";
        show("iteration", iteration);
        const value = points.findLastIndex(point => point.iteration <= iteration);
        Object.assign(element("timeline"), { max: points.length - 1, value });
        element("timeline").ariaValueText = say("atIteration", { k: iteration, last });
        show("weight-value", typed(Number(weight.value.toPrecision(8))));
        const reach = Math.max(10, 2 ** Math.ceil(Math.log2(Math.abs(weight.value))));
        Object.assign(element("weight-slider"), { min: -reach, max: reach, value: weight.value });
        const [n, m] = [false, true].map(side => lesson.rows.filter(row => row.isHeldOut === side && !row.isWrong).length);
        const verdict = say(count > 1 || areClasses ? "isRight" : "isOnSide", { half });
        const counts = { n, m, all: lesson.learning.numbers.length, held: heldOut?.numbers.length, verdict };
        write("loss-values", some([
            (heldOut ? `${say("lossLearning")} ` : "") + short(app.loss),
            heldOut && `${say("lossHeld")} ${short(app.passes[1].meanSquaredError)}`,
            isJudged && say(heldOut ? "rightHeld" : "right", counts),
        ]).join(" · "));
        element("border").hidden = !map.hasBorder;
        write("map-title", neuron ? say("mapNeuron", { name: app.name(neuron.layer + 1, neuron.j) }) : say("mapTitle"));
        isFinite || tell("diverged", { k: iteration });
        if (app.isMoving) { return; }
        const missed = settings.hidden ? "trySeed" : "tryHidden", isEarly = wrong === 0 || iteration < app.stopAt;
        write("hint-text", say(iteration === 0 ? "tryPlay" : isEarly ? "tryDrag" : missed, { n: wrong }));
        const isShown = i => app.axes.includes(i) || lesson.isConstant(i);
        const others = lesson.inputs.flatMap(({ name, rest }, i) => isShown(i) ? [] : `${name} = ${short(lesson.own(i, rest))}`);
        write("map-note", some([
            others.length && say("resting", { list: list(others, 3) }), map.outside && say("outside", { n: map.outside }),
            map.drawn < lesson.rows.length && say("notDrawn", { n: map.drawn }),
        ]).join(" "));
        write("step-note", app.stepRule === "auto" ? say("autoNote") : "");
        const quote = word => /^[\w./,:=%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
        const words = ["neuron-demo", "train", ...lesson.arguments, "--seed", settings.seed, "--step-size", settings.step,
            "--iterations", iteration, ...settings.hidden ? ["--hidden", settings.hidden] : []];
        element("command").replaceChildren(...words.flatMap(word => [" ", make("span", {}, quote(word))]).slice(1));
        write("command-note", changedAt >= 0 ? say("byHand", { k: changedAt }) : leftOut ? say("partial")
            : heldOut && Number(settings.seed) !== lesson.seed ? say("otherRows") : "");
    }
    return { build, draw };
}
