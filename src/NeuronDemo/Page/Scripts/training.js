const copy = layers => layers.map(layer => layer.slice());

/** Training as the command does it, an iteration at a time. Steps have one size; or with "auto" each is 5 % longer after
 *  one that did not raise E, and half as long after one that did, which is taken back. Any iteration up to the last can
 *  be returned to exactly. A change by hand is kept for good, and what came after it is forgotten. */
class Training {
    iteration = 0;
    /** What was kept of some iterations, in order: all that the next one depends on, and the losses. */
    points = [];

    constructor(pass, weights, stepRule, heldOut) {
        Object.assign(this, { pass, heldOut });
        this.branch({ weights, stepRule }, false);
    }

    /** Lets a change take effect: of the weights, the step rule or, for weights from elsewhere, the iteration. */
    branch(change, isByHand) {
        const { iteration, weights, stepRule, stepSize: before } = { ...this, ...change };
        const stepSize = change.stepRule === "auto" ? 1 / this.pass.rows : change.stepRule ?? before;
        const wasByHand = this.points.some(point => point.isByHand && point.iteration === iteration);
        this.points = this.points.filter(point => point.iteration < iteration);
        this.last = iteration;
        this.#place({ iteration, weights, stepRule, stepSize });
        this.#keep(isByHand || wasByHand);
    }

    /** The first iteration so far at which something was changed by hand; undefined if nothing was. */
    get changedAt() { return this.points.find(kept => kept.isByHand && kept.iteration <= this.iteration)?.iteration; }
    get isFinite() { return this.weights.every(layer => layer.every(Number.isFinite)); }

    /** Goes towards an iteration until the time is over, from the nearest one that was kept. */
    seek(iteration, deadline) {
        const nearest = this.points.findLast(point => point.iteration <= iteration);
        if (iteration < this.iteration || nearest.iteration > this.iteration) { this.#place(nearest); }
        while (this.iteration < iteration && performance.now() < deadline && this.isFinite) { this.#advance(); }
    }

    #advance() {
        const { pass, stepSize, weights } = this, { loss } = pass, before = copy(weights);
        weights.forEach((layer, l) => layer.forEach((_, k) => { layer[k] += stepSize * pass.adjustments[l][k]; }));
        pass.run(weights);
        if (this.stepRule === "auto") {
            const isKept = pass.loss <= loss;
            this.stepSize = isKept ? Math.min(1.05 * stepSize, 1e6 / pass.rows) : 0.5 * stepSize;
            isKept || this.#take(before);
        }
        this.last = Math.max(this.last, ++this.iteration);
        // Every iteration at first, later as many as a logarithmic axis can show.
        if (this.iteration % 2 ** Math.max(0, Math.floor(Math.log2(this.iteration + 1)) - 6) === 0) { this.#keep(false); }
    }

    #place({ iteration, weights, stepRule, stepSize }) {
        Object.assign(this, { iteration, stepRule, stepSize });
        this.#take(copy(weights));
    }

    // The pass always holds outputs, deltas, adjustments and E of the present weights.
    #take(weights) {
        this.weights = weights;
        this.pass.run(weights);
    }

    #keep(isByHand) {
        const { iteration, weights, stepRule, stepSize, pass, heldOut, points } = this;
        heldOut?.run(weights);
        const losses = { loss: pass.meanSquaredError, heldOut: heldOut?.meanSquaredError };
        const point = { iteration, weights: copy(weights), stepRule, stepSize, isByHand, ...losses };
        points.splice(points.findLastIndex(other => other.iteration < iteration) + 1, 0, point);
    }
}
