import { element, make, marks, short } from "./surface.js";

const PageLength = 10;

/** The rows with targets and outputs, a page at a time; choosing one marks it everywhere. */
export function rows(app) {
    const { lesson } = app, table = element("rows"), onlyWrong = element("only-wrong");
    let first = 0, lines = [], chosen = 0;

    function build() {
        const all = lesson.rows.filter(({ index }) => !onlyWrong.checked || app.isWrong[index]);
        first = Math.max(0, Math.min(first, all.length - 1));
        first -= first % PageLength;
        lines = all.slice(first, first + PageLength).map(line);
        const last = first + lines.length;
        element("page").textContent = lines.length ? app.say("pageOf", { first: first + 1, last, all: all.length }) : app.say("none");
        element("previous").disabled = first === 0;
        element("next").disabled = last === all.length;
        const heads = [app.say("row"), ...lesson.inputs.map(input => input.name), ...["target", "output", "error"].map(key => app.say(key))];
        table.tHead.replaceChildren(make("tr", {}, ...heads.map(textContent => make("th", { scope: "col", textContent, title: textContent, dir: "auto" }))));
        table.tBodies[0].replaceChildren(...lines.map(({ made }) => made));
    }

    function line(row) {
        const choice = make("input", { type: "radio", name: "row", ariaLabel: app.say("rowLabel", { n: row.number }) }), cells = [make("td"), make("td")];
        const mark = make("span", { className: `mark ${app.colourOf(row.kind)}`, textContent: marks[row.kind % marks.length].text, ariaHidden: "true" });
        const made = make("tr", {}, make("td", {}, make("label", {}, choice, ` ${row.number}`), row.isHeldOut ? ` ${app.say("heldOut")}` : ""),
            ...row.inputs.map((x, i) => make("td", {}, short(lesson.own(i, x)))), make("td", {}, mark, lesson.tell(row.targets, short)), ...cells);
        made.addEventListener("click", () => {
            choice.focus();
            app.choose({ row: row.index + 1 });
        });
        return { row, made, choice, cells };
    }

    function draw() {
        if (chosen !== app.row && !lines.some(({ row }) => row.index === app.row)) {
            onlyWrong.checked = false;
            turn(app.row);
        }
        chosen = app.row;
        for (const { row, made, choice, cells } of lines) {
            const outputs = app.outputs(row.index), isWrong = app.isWrong[row.index], own = values => values.map((y, j) => lesson.ownTarget(j, y));
            const errors = own(row.targets).map((t, j) => t - own(outputs)[j]).sort((a, b) => Math.abs(b) - Math.abs(a));
            cells[0].textContent = `${lesson.tell(outputs, short)} ${lesson.isJudged ? app.say(isWrong ? "wrongMark" : "rightMark") : ""}`;
            cells[1].textContent = short(errors[0]);
            choice.checked = row.index === chosen;
            made.className = `${choice.checked ? "chosen" : ""} ${isWrong ? "wrong" : ""}`;
        }
    }

    function turn(to) {
        first = to;
        build();
        app.invalidate();
    }

    element("previous").addEventListener("click", () => turn(first - PageLength));
    element("next").addEventListener("click", () => turn(first + PageLength));
    onlyWrong.addEventListener("change", () => turn(0));
    return { build, draw };
}
