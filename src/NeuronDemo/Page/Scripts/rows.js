const PageLength = 10;

/** The rows with targets and outputs, as many as fit; choosing one marks it everywhere. */
function rows(app) {
    const { lesson } = app, table = element("rows");
    const isNarrow = () => lesson.inputs.length > 3 || innerWidth < 500;
    const inOrder = (inputs, results) => isNarrow() ? [...results, ...inputs] : [...inputs, ...results];
    let lines = [];

    function build() {
        const at = lesson.rows.indexOf(app.row), first = at - at % PageLength;
        const [head, ...results] = ["row", "target", "output", "error"].map(key => app.say(key));
        const heads = [head, ...inOrder(lesson.inputs.map(({ name }) => name), results)]
            .map(name => make("th", { scope: "col", title: name, dir: "auto" }, name));
        lines = lesson.rows.slice(first, first + PageLength).map(line);
        table.tHead.replaceChildren(make("tr", {}, ...heads));
        table.tBodies[0].replaceChildren(...lines.map(({ made }) => made));
    }

    function line(row) {
        const choice = make("input", { type: "radio", name: "row", ariaLabel: app.say("rowLabel", { n: row.number }) });
        const cells = [make("td", { className: "output" }), make("td")];
        const head = make("td", {}, make("label", {}, choice, ` ${row.number}`), row.isHeldOut ? ` ${app.say("heldOut")}` : "");
        const inputs = row.inputs.map((x, i) => make("td", {}, short(lesson.own(i, x), 15)));
        const target = make("td", {}, mark(row.kind, app.colourOf(row.kind)), lesson.tell(row.targets, 15));
        const made = make("tr", {}, head, ...inOrder(inputs, [target, ...cells]));
        made.addEventListener("click", () => choice.focus());
        made.addEventListener("click", () => app.choose({ row: row.number }));
        return { row, made, choice, cells };
    }

    function draw() {
        lines.some(({ row }) => row === app.row) || build();
        for (const { row, made, choice, cells } of lines) {
            const { targets, isWrong } = row, outputs = app.outputs(row), verdict = isWrong ? "✗" : "✓";
            const errors = outputs.map((y, j) => lesson.ownTarget(j, targets[j]) - lesson.ownTarget(j, y));
            errors.sort((a, b) => Math.abs(b) - Math.abs(a));
            cells[0].textContent = `${lesson.tell(outputs)} ${lesson.isJudged ? verdict : ""}`;
            cells[1].textContent = short(errors[0]);
            choice.checked = row === app.row;
            made.className = `${choice.checked ? "chosen" : ""} ${isWrong ? "wrong" : ""}`;
        }
    }
    return { build, draw };
}
