/** Starting weights, 2 * random_sample((inputs, neurons)) - 1 for each layer; input i to neuron j stands at [i * neurons + j]. */
function drawWeights(seed, sizes) {
    const random = numpyRandom(seed);
    return sizes.slice(1).map((neurons, l) => Float64Array.from({ length: sizes[l] * neurons }, () => 2 * random() - 1));
}

const sigmoid = m => 1 / (1 + Math.exp(-m));

/** What a network computes for some rows, forward and backward. Numbers stand in columns, one number a row:
 *  values[0] are the inputs, values[l + 1][j] is what neuron j of layer l answers. */
class Pass {
    constructor(sizes, inputs, targets, rows = inputs[0].length) {
        const columns = () => sizes.slice(1).map(neurons => Array.from({ length: neurons }, () => new Float64Array(rows)));
        Object.assign(this, { sizes, rows, targets, values: [inputs, ...columns()], deltas: targets && columns() });
        this.outputs = this.values.at(-1);
        this.adjustments = sizes.slice(1).map((neurons, l) => new Float64Array(sizes[l] * neurons));
    }

    /** y = S(x W), from a layer on. */
    forward(weights, first = 0) {
        for (let l = first; l < weights.length; l++) {
            this.values[l + 1].forEach((y, j, { length }) => {
                sums(this.values[l], weights[l], j, length, y);
                for (let row = 0; row < y.length; row++) { y[row] = sigmoid(y[row]); }
            });
        }
    }

    /** Forward and back: delta = e y(1 - y), e = t - y or delta W^T from behind; adjustment = x^T delta; E = 1/2 sum e^2. */
    run(weights) {
        this.forward(weights);
        this.loss = 0;
        for (let l = weights.length - 1; l >= 0; l--) {
            const behind = this.deltas[l + 1];
            this.values[l + 1].forEach((y, j, { length }) => {
                const delta = this.deltas[l][j];
                behind ? sums(behind, weights[l + 1], j * behind.length, 1, delta)
                    : delta.forEach((_, row) => { delta[row] = this.targets[j][row] - y[row]; });
                this.loss += behind ? 0 : dot(delta, delta) / 2;
                for (let row = 0; row < y.length; row++) { delta[row] *= y[row] * (1 - y[row]); }
                this.values[l].forEach((x, i) => { this.adjustments[l][i * length + j] = dot(x, delta); });
            });
        }
    }

    /** mean((t - y)^2) over all rows and outputs. */
    get meanSquaredError() { return 2 * this.loss / (this.rows * this.outputs.length); }
}

function sums(x, weights, start, stride, m) {
    m.fill(0);
    x.forEach((column, i) => {
        const weight = weights[start + i * stride];
        for (let row = 0; row < m.length; row++) { m[row] += column[row] * weight; }
    });
}

function dot(a, b) {
    let sum = 0;
    for (let row = 0; row < a.length; row++) { sum += a[row] * b[row]; }
    return sum;
}
