import { NumpyRandom } from "./numpy.js";

/** S(x) = 1 / (1 + e^-x). */
export const sigmoid = x => 1 / (1 + Math.exp(-x));

/** Starting weights, 2 * random_sample((inputs, neurons)) - 1 for each layer; input i to neuron j is at [i * neurons + j]. */
export function drawWeights(seed, sizes) {
    const random = new NumpyRandom(seed);
    return sizes.slice(1).map((neurons, layer) =>
        Float64Array.from({ length: sizes[layer] * neurons }, () => 2 * random.next() - 1));
}

/**
 * What a network computes for some rows, forward and backward. Numbers stand in columns, one number a row:
 * values[0] are the inputs, values[l + 1][j] is what neuron j of layer l answers.
 */
export class Pass {
    constructor(sizes, inputs, targets, rows = inputs[0]?.length ?? 0) {
        const columns = () => sizes.slice(1).map(neurons => Array.from({ length: neurons }, () => new Float64Array(rows)));
        this.sizes = sizes;
        this.rows = rows;
        this.targets = targets;
        this.values = [inputs, ...columns()];
        this.deltas = targets && columns();
        this.adjustments = sizes.slice(1).map((neurons, layer) => new Float64Array(sizes[layer] * neurons));
    }

    get outputs() {
        return this.values.at(-1);
    }

    /** y = S(x W), layer by layer. */
    forward(weights, first = 0) {
        for (let layer = first; layer < weights.length; layer++) {
            const x = this.values[layer], w = weights[layer], neurons = this.sizes[layer + 1];
            for (let j = 0; j < neurons; j++) {
                const y = this.values[layer + 1][j];
                weightedSums(x, w, j, neurons, y);
                for (let row = 0; row < y.length; row++) {
                    y[row] = 1 / (1 + Math.exp(-y[row]));
                }
            }
        }
    }

    /** delta = e y(1 - y), where e is t - y, or delta W^T of the layer behind; adjustment = x^T delta. Returns E. */
    backward(weights) {
        let error = 0;
        for (let layer = weights.length - 1; layer >= 0; layer--) {
            const behind = this.deltas[layer + 1], neurons = this.sizes[layer + 1];
            for (let j = 0; j < neurons; j++) {
                const y = this.values[layer + 1][j], delta = this.deltas[layer][j];
                if (behind) {
                    weightedSums(behind, weights[layer + 1], j * behind.length, 1, delta);
                } else {
                    error += subtract(this.targets[j], y, delta);
                }
                for (let row = 0; row < y.length; row++) {
                    delta[row] *= y[row] * (1 - y[row]);
                }
                for (let i = 0; i < this.sizes[layer]; i++) {
                    this.adjustments[layer][i * neurons + j] = dot(this.values[layer][i], delta);
                }
            }
        }
        return error / 2;
    }

    /** mean((t - y)^2) over all rows and outputs. */
    meanSquaredError() {
        const sum = this.outputs.reduce((sum, y, j) => sum + subtract(this.targets[j], y), 0);
        return sum / (this.rows * this.outputs.length);
    }
}

function weightedSums(x, w, start, stride, m) {
    m.fill(0);
    for (let i = 0; i < x.length; i++) {
        const column = x[i], weight = w[start + i * stride];
        for (let row = 0; row < m.length; row++) {
            m[row] += column[row] * weight;
        }
    }
}

function dot(a, b) {
    let sum = 0;
    for (let row = 0; row < a.length; row++) {
        sum += a[row] * b[row];
    }
    return sum;
}

function subtract(t, y, e) {
    let squares = 0;
    for (let row = 0; row < y.length; row++) {
        const difference = t[row] - y[row];
        squares += difference * difference;
        if (e) {
            e[row] = difference;
        }
    }
    return squares;
}
