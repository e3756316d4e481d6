import { short } from "./surface.js";

const MostTerms = 4;

/** Every number of the next step, for the chosen row and the chosen weight, each with its formula. */
export class Numbers {
    #app;
    #body = document.querySelector("#numbers tbody");

    constructor(app) {
        this.#app = app;
    }

    draw() {
        const app = this.#app, { row, weight: { layer, index }, sizes, weights } = app;
        const pass = app.pass(row), at = app.at(row), neurons = sizes[layer + 1], j = index % neurons, i = (index - j) / neurons;
        const isLast = layer === weights.length - 1, own = app.lesson.row(row);
        const x = pass.values[layer].map(column => column[at]), w = x.map((_, k) => weights[layer][k * neurons + j]);
        const m = x.reduce((sum, value, k) => sum + value * w[k], 0), y = pass.values[layer + 1][j][at];
        const behind = isLast ? [] : pass.deltas[layer + 1].map(column => column[at]);
        const back = behind.map((_, k) => weights[layer + 1][j * behind.length + k]);
        const delta = pass.deltas[layer][j][at];
        const error = isLast ? own.targets[j] - y : behind.reduce((sum, value, k) => sum + value * back[k], 0);
        const share = x[i] * delta, adjustment = app.adjustment(layer, index), s = app.training.stepSize;

        const { say } = app, n = short, l = weights.length > 1 ? subscript(layer + 1) : "";
        const xs = layer > 0 ? `y${subscript(layer)}` : "x", input = `${xs}${layer > 0 ? "," : ""}${subscript(i + 1)}`;
        document.getElementById("step-title").textContent = say("stepTitle", { row: own.number, name: app.neuronName(layer, j) });
        document.getElementById("step-note").textContent = app.stepRule === "auto" ? say("autoNote") : "";
        this.#show([
            [say("sum"), `m${l} = Σ ${xs} w`, `${products(x, w)} = ${n(m)}`],
            [say("output"), `y${l} = S(m${l})`, `S(${n(m)}) = ${n(y)}`],
            isLast ? [say("error"), `e${l} = t − y${l}`, `${n(own.targets[j])} − ${term(y)} = ${n(error)}`]
                : [say("error"), `e${l} = Σ δ${subscript(layer + 2)} w`, `${products(behind, back)} = ${n(error)}`],
            [say("slope"), `S′ = y${l}(1 − y${l})`, `${n(y)} × ${n(1 - y)} = ${n(y * (1 - y))}`],
            [say("delta"), `δ${l} = e${l} y${l}(1 − y${l})`, `${n(error)} × ${n(y * (1 - y))} = ${n(delta)}`],
            [say("share"), `${input} δ${l}`, `${n(x[i])} × ${term(delta)} = ${n(share)}${own.isHeldOut ? ` ${say("heldShare")}` : ""}`],
            [say("adjustment"), `Σ ${input} δ${l}`, own.isHeldOut ? n(adjustment) : `${n(share)} + ${term(adjustment - share)} = ${n(adjustment)}`],
            [say("derivative"), "∂E/∂w", n(-adjustment)],
            [say("change"), `s Σ ${input} δ${l}`, `${n(s)} × ${term(adjustment)} = ${n(s * adjustment)}`],
            [say("newWeight"), `w ← w + s Σ ${input} δ${l}`, `${n(w[i])} + ${term(s * adjustment)} = ${n(w[i] + s * adjustment)}`],
        ]);
    }

    #show(lines) {
        while (this.#body.rows.length < lines.length) {
            const line = this.#body.insertRow();
            line.append(document.createElement("th"), document.createElement("td"), document.createElement("td"));
            line.firstChild.scope = "row";
        }
        lines.forEach((line, k) => line.forEach((text, c) => {
            const cell = this.#body.rows[k].cells[c];
            if (cell.textContent !== text) {
                cell.textContent = text;
            }
        }));
    }
}

const term = number => number < 0 ? `(${short(number)})` : short(number);

function products(a, b) {
    const parts = a.map((value, k) => `${term(value)} × ${term(b[k])}`);
    return (parts.length <= MostTerms ? parts : [...parts.slice(0, MostTerms - 1), "…", parts.at(-1)]).join(" + ");
}

const subscript = number => String(number).replace(/\d/g, digit => "₀₁₂₃₄₅₆₇₈₉"[digit]);
