/**
 * Training as the command does it, an iteration at a time. Steps have one size; or with "auto" each is 5 % longer after one that
 * did not raise E, and after one that did, which is taken back, half as long.
 */
export class Training {
    /** @param state where to begin: iteration, weights, stepRule (a number or "auto") and stepSize, how long the next step is. */
    constructor(pass, state) {
        this.pass = pass;
        this.state = state;
    }

    static start(weights, stepRule, rows) {
        return { iteration: 0, weights, stepRule, stepSize: stepRule === "auto" ? 1 / rows : stepRule };
    }

    /** A copy of all that the next iterations depend on. */
    get state() {
        const { iteration, weights, stepRule, stepSize } = this;
        return { iteration, weights: copy(weights), stepRule, stepSize };
    }

    set state({ iteration, weights, stepRule, stepSize }) {
        Object.assign(this, { iteration, weights: copy(weights), stepRule, stepSize, isEvaluated: false });
    }

    get isFinite() {
        return this.weights.every(layer => layer.every(Number.isFinite));
    }

    /** Makes the pass hold outputs, deltas, adjustments and E of the present weights. */
    evaluate() {
        if (!this.isEvaluated) {
            this.pass.run(this.weights);
            this.isEvaluated = true;
        }
    }

    iterate() {
        this.evaluate();
        const { pass } = this, before = this.stepRule === "auto" && { weights: copy(this.weights), loss: pass.loss };
        this.iteration++;
        this.weights.forEach((layer, l) => layer.forEach((_, k) => { layer[k] += this.stepSize * pass.adjustments[l][k]; }));
        this.isEvaluated = false;
        if (before) {
            this.evaluate();
            if (pass.loss <= before.loss) {
                this.stepSize = Math.min(1.05 * this.stepSize, 1e6 / pass.rows);
            } else {
                this.stepSize *= 0.5;
                this.weights = before.weights;
                this.isEvaluated = false;
            }
        }
    }
}

const copy = layers => layers.map(layer => layer.slice());
