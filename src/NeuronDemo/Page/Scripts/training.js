const MostSnapshots = 256;
const copy = layers => layers.map(layer => layer.slice());

/**
 * Training as the command does it, an iteration at a time. Steps have one size; or with "auto" each is 5 % longer after one that
 * did not raise E, and after one that did, which is taken back, half as long. Any iteration up to the last can be returned to
 * exactly: some are kept, the others are computed again. A change by hand is kept for good, and what came after it is forgotten.
 */
export class Training {
    #kept = new Map();
    #spacing = 1;
    iteration = 0;
    /** The loss at some of the iterations, in order: { iteration, loss, heldOut }. */
    points = [];

    constructor(pass, weights, stepRule, heldOut) {
        Object.assign(this, { pass, heldOut });
        this.branch({ weights, stepRule }, false);
    }

    /** A copy of all that the next iterations depend on. */
    get state() {
        const { iteration, weights, stepRule, stepSize } = this;
        return { iteration, weights: copy(weights), stepRule, stepSize };
    }

    set state({ iteration, weights, stepRule, stepSize }) {
        Object.assign(this, { iteration, weights: copy(weights), stepRule, stepSize, isEvaluated: false });
        this.isFinite = true;
        this.#record();
    }

    /** Lets a change take effect: of the weights, the step rule or, for weights from elsewhere, the iteration. */
    branch(change, isByHand) {
        const { iteration, weights, stepRule, stepSize } = { ...this, ...change };
        const size = change.stepRule === "auto" ? 1 / this.pass.rows : change.stepRule ?? stepSize;
        const state = { iteration, weights: copy(weights), stepRule, stepSize: size, isEvent: true, isByHand: isByHand || this.#kept.get(iteration)?.isByHand };
        this.#kept = new Map([...this.#kept].filter(([other]) => other < iteration)).set(iteration, state);
        this.points = this.points.filter(point => point.iteration < iteration);
        this.last = iteration;
        this.state = state;
    }

    /** The first iteration so far at which something was changed by hand; undefined if nothing was. */
    get changedAt() {
        const changes = [...this.#kept.values()].filter(kept => kept.isByHand && kept.iteration <= this.iteration);
        return changes.map(kept => kept.iteration).sort((a, b) => a - b)[0];
    }

    /** Makes the pass hold outputs, deltas, adjustments and E of the present weights. */
    evaluate() {
        this.isEvaluated || this.pass.run(this.weights);
        this.isEvaluated = true;
    }

    /** Takes one iteration forward, the same as before if it was taken before. */
    advance() {
        const kept = this.#kept.get(this.iteration + 1);
        if (kept) {
            this.state = kept;
            return;
        }
        this.#step();
        this.iteration++;
        if (this.iteration % this.#spacing === 0) {
            this.#kept.set(this.iteration, this.state);
        }
        if (this.#kept.size > MostSnapshots) {
            this.#spacing *= 2;
            this.#kept = new Map([...this.#kept].filter(([iteration, kept]) => kept.isEvent || iteration % this.#spacing === 0));
        }
        this.#record();
    }

    /** Goes towards an iteration, and says whether it has arrived before the time was over. */
    seek(iteration, deadline) {
        const nearest = [...this.#kept.values()].reduce((best, kept) => kept.iteration <= iteration && kept.iteration > best.iteration ? kept : best);
        if (iteration < this.iteration || nearest.iteration > this.iteration) {
            this.state = nearest;
        }
        while (this.iteration < iteration && performance.now() < deadline && this.isFinite) {
            this.advance();
        }
        return this.iteration === iteration;
    }

    #step() {
        this.evaluate();
        const { pass } = this, { loss } = pass, before = this.stepRule === "auto" && copy(this.weights);
        this.weights.forEach((layer, l) => layer.forEach((_, k) => { layer[k] += this.stepSize * pass.adjustments[l][k]; }));
        this.isFinite = this.weights.every(layer => layer.every(Number.isFinite));
        this.isEvaluated = false;
        if (before) {
            this.evaluate();
            const isKept = pass.loss <= loss;
            this.stepSize = isKept ? Math.min(1.05 * this.stepSize, 1e6 / pass.rows) : 0.5 * this.stepSize;
            Object.assign(this, isKept ? {} : { weights: before, isEvaluated: false, isFinite: true });
        }
    }

    // Every iteration at first, later as many as a logarithmic axis can show.
    #record() {
        const { iteration, points } = this, at = points.findLastIndex(point => point.iteration < iteration) + 1;
        this.last = Math.max(this.last, iteration);
        if (iteration % 2 ** Math.max(0, Math.floor(Math.log2(iteration + 1)) - 6) === 0 && points[at]?.iteration !== iteration) {
            this.evaluate();
            this.heldOut?.run(this.weights);
            points.splice(at, 0, { iteration, loss: this.pass.meanSquaredError, heldOut: this.heldOut?.meanSquaredError });
        }
    }
}
