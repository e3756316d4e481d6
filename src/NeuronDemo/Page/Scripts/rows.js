import { shapes, short } from "./surface.js";

const PageLength = 10;

/** The rows with targets and outputs, a few at a time; choosing one marks it everywhere. */
export class Rows {
    #app;
    #head = document.querySelector("#rows thead");
    #body = document.querySelector("#rows tbody");
    #onlyWrong = document.getElementById("only-wrong");
    #first = 0;
    #shown = [];
    #cells = [];

    constructor(app) {
        this.#app = app;
        document.getElementById("previous").addEventListener("click", () => this.#turn(-PageLength));
        document.getElementById("next").addEventListener("click", () => this.#turn(PageLength));
        this.#onlyWrong.addEventListener("change", () => this.#turn(-Infinity));
    }

    #turn(by) {
        this.#first = Math.max(0, this.#first + by);
        this.build();
        this.#app.invalidate();
    }

    /** Turns to the page with the chosen row. */
    reveal() {
        const { row } = this.#app;
        if (!this.#shown.includes(row)) {
            this.#onlyWrong.checked = false;
            this.#first = row - row % PageLength;
            this.build();
        }
        this.#body.querySelectorAll("input").forEach(input => { input.checked = Number(input.value) === row; });
        this.#mark();
    }

    build() {
        const app = this.#app, { lesson } = app;
        const all = Array.from({ length: lesson.count }, (_, index) => index).filter(index => !this.#onlyWrong.checked || app.isWrong(index));
        this.#first = Math.min(this.#first, Math.max(0, Math.ceil(all.length / PageLength) - 1) * PageLength);
        this.#shown = all.slice(this.#first, this.#first + PageLength);
        const last = this.#first + this.#shown.length;
        document.getElementById("page").textContent = this.#shown.length === 0 ? app.say("none")
            : app.say("pageOf", { first: this.#first + 1, last, all: all.length });
        document.getElementById("previous").disabled = this.#first === 0;
        document.getElementById("next").disabled = last >= all.length;
        document.getElementById("pager").hidden = lesson.count <= PageLength && !lesson.hasClasses;

        const heads = [app.say("row"), ...lesson.inputs.map(input => input.name), app.say("target"), app.say("output"), app.say("error"), ""];
        this.#head.replaceChildren(this.#line("th", heads));
        this.#cells = [];
        this.#body.replaceChildren(...this.#shown.map(index => this.#row(index)));
        this.#mark();
    }

    #line(kind, texts) {
        const line = document.createElement("tr");
        line.append(...texts.map(text => {
            const cell = document.createElement(text === "" ? "td" : kind);
            cell.textContent = text;
            if (kind === "th") {
                cell.scope = "col";
            }
            return cell;
        }));
        return line;
    }

    #row(index) {
        const app = this.#app, { lesson } = app, row = lesson.row(index);
        const line = this.#line("td", ["", ...row.inputs.map((x, i) => short(lesson.own(i, x))), app.answerText(row.targets, true), "…", "…", "…"]);
        const label = document.createElement("label"), choice = document.createElement("input");
        Object.assign(choice, { type: "radio", name: "row", value: index, checked: index === app.row });
        choice.setAttribute("aria-label", app.say("rowLabel", { n: row.number }));
        choice.addEventListener("change", () => app.chooseRow(index));
        label.append(choice, ` ${row.number}`);
        line.firstChild.append(label);
        line.addEventListener("click", () => app.chooseRow(index));
        const kind = lesson.kindOf(row.targets), mark = document.createElement("span");
        mark.textContent = `${shapes[kind % shapes.length]} `;
        mark.className = `mark ${app.colourOf(kind)}`;
        mark.setAttribute("aria-hidden", "true");
        line.children[lesson.inputs.length + 1].prepend(mark);
        this.#cells.push({ index, line, row, cells: [...line.children].slice(-3) });
        return line;
    }

    #mark() {
        this.#cells.forEach(({ index, line }) => line.classList.toggle("chosen", index === this.#app.row));
    }

    draw() {
        const app = this.#app, { lesson } = app;
        for (const { index, line, row, cells } of this.#cells) {
            const outputs = app.outputs(index), isWrong = app.isWrong(index);
            cells[0].textContent = app.answerText(outputs, false);
            cells[1].textContent = short(lesson.error(outputs, row.targets));
            cells[2].textContent = [
                row.isHeldOut ? app.say("heldOut") : "", lesson.hasClasses ? isWrong ? `✗ ${app.say("wrongMark")}` : `✓ ${app.say("rightMark")}` : "",
            ].filter(text => text).join(" · ");
            line.classList.toggle("wrong", isWrong);
        }
    }
}
