const MostTerms = 4, term = x => x < 0 ? `(${short(x)})` : short(x);

function products(a, b) {
    const terms = a.map((x, k) => `${term(x)} × ${term(b[k])}`);
    return (terms.length <= MostTerms ? terms : [...terms.slice(0, MostTerms - 1), "…", terms.at(-1)]).join(" + ");
}

/** Every number of the next step, for the chosen row and the chosen weight; page.html has their formulas. */
function numbers(app) {
    return { draw() {
        const { training: { weights, stepSize: s }, weight: { layer, index, i, j }, sizes } = app;
        const { row, row: { at } } = app, pass = app.passOf(row), of = columns => columns.map(column => column[at]);
        const x = of(pass.values[layer]), w = x.map((_, k) => weights[layer][k * sizes[layer + 1] + j]), m = dot(x, w);
        const y = pass.values[layer + 1][j][at], slope = y * (1 - y), delta = pass.deltas[layer][j][at];
        const isLast = layer === weights.length - 1, behind = isLast ? [] : of(pass.deltas[layer + 1]);
        const back = behind.map((_, k) => weights[layer + 1][j * behind.length + k]);
        const t = row.targets[j], e = isLast ? t - y : dot(behind, back);
        const share = x[i] * delta, adjustment = app.passes[0].adjustments[layer][index], change = s * adjustment;
        write("step-title", app.say("stepTitle", { row: row.number, name: app.name(layer + 1, j) }));
        Object.entries({
            sum: `${products(x, w)} = ${short(m)}`,
            output: `S(${short(m)}) = ${short(y)}`,
            formula: isLast ? "e = t − y" : "e = Σ δ w",
            error: `${isLast ? `${short(t)} − ${short(y)}` : products(behind, back)} = ${short(e)}`,
            slope: `${short(y)} × ${short(1 - y)} = ${short(slope)}`,
            delta: `${short(e)} × ${short(slope)} = ${short(delta)}`,
            share: `${short(x[i])} × ${term(delta)} = ${short(share)} ${row.isHeldOut ? app.say("heldShare") : ""}`,
            adjustment: `${row.isHeldOut ? "" : `${short(share)} + ${term(adjustment - share)} = `}${short(adjustment)}`,
            derivative: short(-adjustment),
            change: `${short(s)} × ${term(adjustment)} = ${short(change)}`,
            after: `${short(w[i])} + ${term(change)} = ${short(w[i] + change)}`,
        }).forEach(([name, text]) => write(`number-${name}`, text));
    } };
}
