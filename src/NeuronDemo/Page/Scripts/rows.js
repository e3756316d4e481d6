import { element, make, marks, short } from "./surface.js";

const PageLength = 10;

/** The rows with targets and outputs, a page at a time; choosing one marks it everywhere. */
export function rows(app) {
    const { lesson } = app, table = element("rows"), onlyWrong = element("only-wrong");
    let first = 0, lines = [];

    function build() {
        const all = lesson.rows.filter(({ index }) => !onlyWrong.checked || app.isWrong[index]);
        first = Math.min(first, Math.max(0, all.length - 1));
        first -= first % PageLength;
        const shown = all.slice(first, first + PageLength), last = first + shown.length;
        element("page").textContent = shown.length ? app.say("pageOf", { first: first + 1, last, all: all.length }) : app.say("none");
        element("previous").disabled = first === 0;
        element("next").disabled = last === all.length;
        const heads = [app.say("row"), ...lesson.inputs.map(input => input.name), app.say("target"), app.say("output"), app.say("error"), app.say("verdict")];
        table.tHead.replaceChildren(make("tr", {}, ...heads.map(textContent => make("th", { scope: "col", textContent, title: textContent, dir: "auto" }))));
        lines = shown.map(line);
        table.tBodies[0].replaceChildren(...lines.map(({ made }) => made));
    }

    function line(row) {
        const choice = make("input", { type: "radio", name: "row", ariaLabel: app.say("rowLabel", { n: row.number }) });
        const mark = make("span", { className: `mark ${app.colourOf(row.kind)}`, textContent: marks[row.kind % marks.length].text, ariaHidden: "true" });
        const cells = [make("td"), make("td"), make("td")];
        const made = make("tr", {}, make("td", {}, make("label", {}, choice, ` ${row.number}`)),
            ...row.inputs.map((x, i) => make("td", {}, short(lesson.own(i, x)))), make("td", {}, mark, lesson.tell(row.targets, short)), ...cells);
        made.addEventListener("click", () => {
            choice.focus();
            app.choose({ row: row.index + 1 });
        });
        return { row, made, choice, cells };
    }

    function draw() {
        for (const { row, made, choice, cells } of lines) {
            const outputs = app.outputs(row.index), isWrong = app.isWrong[row.index], isChosen = row.index === app.row;
            const errors = outputs.map((y, j) => lesson.ownTarget(j, row.targets[j]) - lesson.ownTarget(j, y)).sort((a, b) => Math.abs(b) - Math.abs(a));
            const verdict = [row.isHeldOut && app.say("heldOut"), lesson.isJudged && app.say(isWrong ? "wrongMark" : "rightMark")];
            [lesson.tell(outputs, short), short(errors[0]), verdict.filter(text => text).join(" · ")].forEach((text, k) => { cells[k].textContent = text; });
            made.className = `${isChosen ? "chosen" : ""} ${isWrong ? "wrong" : ""}`;
            choice.checked = isChosen;
        }
    }

    function turn(to) {
        first = Math.max(0, to);
        build();
        app.invalidate();
    }

    element("previous").addEventListener("click", () => turn(first - PageLength));
    element("next").addEventListener("click", () => turn(first + PageLength));
    onlyWrong.addEventListener("change", () => turn(0));
    return { build, draw };
}
