/**
 * Training as the command does it, an iteration at a time. A step has a fixed size, or with "auto" one found on the way:
 * 5 % longer after a step that did not raise E; after one that did, taken back and half as long.
 */
export class Training {
    /** @param state where to begin: iteration, weights, stepRule (a number or "auto") and, for "auto", stepSize. */
    constructor(pass, state) {
        this.pass = pass;
        this.restore(state);
    }

    static firstStep(stepRule, rows) {
        return stepRule === "auto" ? 1 / rows : stepRule;
    }

    static start(weights, stepRule, rows) {
        return { iteration: 0, weights, stepRule, stepSize: Training.firstStep(stepRule, rows) };
    }

    /** A copy of all that the next iterations depend on. */
    get state() {
        const { iteration, stepRule, stepSize } = this;
        return { iteration, weights: copy(this.weights), stepRule, stepSize };
    }

    restore(state) {
        const { iteration, weights, stepRule, stepSize } = state;
        Object.assign(this, { iteration, weights: copy(weights), stepRule, stepSize });
        this.evaluated = false;
    }

    /** Computes outputs, deltas and adjustments with the present weights; E is then in loss. */
    evaluate() {
        if (!this.evaluated) {
            this.pass.forward(this.weights);
            this.loss = this.pass.backward(this.weights);
            this.evaluated = true;
        }
    }

    get meanSquaredError() {
        this.evaluate();
        return 2 * this.loss / (this.pass.rows * this.pass.outputs.length);
    }

    iterate() {
        this.evaluate();
        this.iteration++;
        if (this.stepRule === "auto") {
            this.#drive();
        } else {
            move(this.weights, this.pass.adjustments, this.stepRule);
            this.evaluated = false;
        }
    }

    #drive() {
        const before = { weights: copy(this.weights), loss: this.loss, adjustments: copy(this.pass.adjustments) };
        move(this.weights, before.adjustments, this.stepSize);
        this.evaluated = false;
        this.evaluate();
        if (this.loss <= before.loss) {
            this.stepSize = Math.min(1.05 * this.stepSize, 1e6 / this.pass.rows);
        } else {
            this.stepSize /= 2;
            this.weights = before.weights;
            this.evaluated = false;
        }
    }

    get isFinite() {
        return this.weights.every(layer => layer.every(Number.isFinite));
    }
}

const copy = layers => layers.map(layer => layer.slice());

function move(weights, adjustments, stepSize) {
    weights.forEach((layer, l) => {
        for (let k = 0; k < layer.length; k++) {
            layer[k] += stepSize * adjustments[l][k];
        }
    });
}
