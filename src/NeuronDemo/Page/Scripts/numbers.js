import { element, make, short, subscript } from "./surface.js";

const MostTerms = 4;
const term = x => x < 0 ? `(${short(x)})` : short(x);

function products(a, b) {
    const terms = a.map((x, k) => `${term(x)} × ${term(b[k])}`);
    return (terms.length <= MostTerms ? terms : [...terms.slice(0, MostTerms - 1), "…", terms.at(-1)]).join(" + ");
}

/** Every number of the next step, for the chosen row and the chosen weight, each with its formula. */
export function numbers(app) {
    return { draw() {
        const { say, training: { weights, stepSize: s }, weight: { layer, index, i, j } } = app, { pass, at } = app.place(app.row), row = app.lesson.rows[app.row];
        const of = columns => columns.map(column => column[at]), neurons = app.sizes[layer + 1], isLast = layer === weights.length - 1;
        const x = of(pass.values[layer]), w = x.map((_, k) => weights[layer][k * neurons + j]), m = x.reduce((sum, value, k) => sum + value * w[k], 0);
        const y = pass.values[layer + 1][j][at], slope = y * (1 - y), delta = pass.deltas[layer][j][at], t = row.targets[j];
        const behind = isLast ? [] : of(pass.deltas[layer + 1]), back = behind.map((_, k) => weights[layer + 1][j * behind.length + k]);
        const e = isLast ? t - y : behind.reduce((sum, value, k) => sum + value * back[k], 0);
        const share = x[i] * delta, adjustment = app.passes[0].adjustments[layer][index], change = s * adjustment;
        const l = weights.length > 1 ? subscript(layer + 1) : "", xs = layer ? `y${subscript(layer)}` : "x", xi = `${xs}${layer ? "," : ""}${subscript(i + 1)}`;
        const lines = [
            ["sum", `m${l} = Σ ${xs} w`, `${products(x, w)} = ${short(m)}`],
            ["output", `y${l} = S(m${l})`, `S(${short(m)}) = ${short(y)}`],
            ["error", isLast ? `e${l} = t − y${l}` : `e${l} = Σ δ${subscript(layer + 2)} w${subscript(layer + 2)}`,
                `${isLast ? `${short(t)} − ${short(y)}` : products(behind, back)} = ${short(e)}`],
            ["slope", `S′ = y${l}(1 − y${l})`, `${short(y)} × ${short(1 - y)} = ${short(slope)}`],
            ["delta", `δ${l} = e${l} y${l}(1 − y${l})`, `${short(e)} × ${short(slope)} = ${short(delta)}`],
            ["share", `${xi} δ${l}`, `${short(x[i])} × ${term(delta)} = ${short(share)}${row.isHeldOut ? ` ${say("heldShare")}` : ""}`],
            ["adjustment", `Σ ${xi} δ${l}`, row.isHeldOut ? short(adjustment) : `${short(share)} + ${term(adjustment - share)} = ${short(adjustment)}`],
            ["derivative", "∂E/∂w", short(-adjustment)],
            ["change", `s Σ ${xi} δ${l}`, `${short(s)} × ${term(adjustment)} = ${short(change)}`],
            ["newWeight", `w + s Σ ${xi} δ${l}`, `${short(w[i])} + ${term(change)} = ${short(w[i] + change)}`],
        ];
        element("step-title").textContent = say("stepTitle", { row: row.number, name: app.name(layer + 1, j) });
        element("numbers").tBodies[0].replaceChildren(...lines.map(([key, formula, text]) =>
            make("tr", {}, make("th", { scope: "row" }, say(key)), make("td", {}, formula), make("td", {}, text))));
    } };
}
