import { Training } from "./training.js";

const MostSnapshots = 256;

/**
 * All iterations up to the last one, any of which can be returned to exactly: some are kept, the others are computed again
 * from the one before. What is changed by hand is an event: it is kept for good, and everything after it is forgotten.
 */
export class History {
    #snapshots;
    #spacing = 1;
    #points = [];

    constructor(pass, state, heldOut) {
        this.training = new Training(pass, state);
        this.heldOut = heldOut;
        this.last = state.iteration;
        this.#snapshots = new Map([[state.iteration, { ...this.training.state, isEvent: true }]]);
        this.#record();
    }

    get iteration() {
        return this.training.iteration;
    }

    /** The loss at some of the iterations: { iteration, loss, heldOut }, in order. */
    get points() {
        return this.#points;
    }

    /** The first iteration, up to the present one, at which something was changed by hand; undefined if nothing was. */
    changedAt() {
        const changes = [...this.#snapshots.values()].filter(kept => kept.isByHand && kept.iteration <= this.iteration);
        return changes.map(kept => kept.iteration).sort((a, b) => a - b)[0];
    }

    /** Takes one iteration forward, the same as before if it was taken before. */
    advance() {
        const { training } = this;
        const next = this.#snapshots.get(training.iteration + 1);
        if (next) {
            training.restore(next);
        } else {
            training.iterate();
            if (training.iteration % this.#spacing === 0) {
                this.#keep();
            }
        }
        this.last = Math.max(this.last, training.iteration);
        this.#record();
    }

    /** Goes towards an iteration, and says whether it has arrived before the time was over. */
    seek(iteration, deadline = Infinity) {
        const distance = iteration - this.iteration;
        let nearest;
        for (const kept of this.#snapshots.values()) {
            if (kept.iteration <= iteration && !(kept.iteration < nearest?.iteration)) {
                nearest = kept;
            }
        }
        if (distance < 0 || nearest.iteration > this.iteration) {
            this.training.restore(nearest);
            this.last = Math.max(this.last, this.iteration);
            this.#record();
        }
        while (this.iteration < iteration && performance.now() < deadline) {
            this.advance();
        }
        return this.iteration === iteration;
    }

    /** Lets a change take effect here: other weights or another step rule, chosen by hand or as a command would. */
    branch(change, isByHand) {
        const state = { ...this.training.state, ...change, isEvent: true };
        state.isByHand = isByHand || this.#snapshots.get(state.iteration)?.isByHand;
        for (const iteration of [...this.#snapshots.keys()].filter(iteration => iteration >= state.iteration)) {
            this.#snapshots.delete(iteration);
        }
        this.#snapshots.set(state.iteration, state);
        this.#points = this.#points.filter(point => point.iteration < state.iteration);
        this.training.restore(state);
        this.last = state.iteration;
        this.#record();
    }

    #keep() {
        this.#snapshots.set(this.iteration, this.training.state);
        if (this.#snapshots.size > MostSnapshots) {
            this.#spacing *= 2;
            for (const [iteration, kept] of this.#snapshots) {
                if (!kept.isEvent && iteration % this.#spacing !== 0) {
                    this.#snapshots.delete(iteration);
                }
            }
        }
    }

    // Every iteration at first, later as many as a logarithmic axis can show.
    #record() {
        const { iteration } = this;
        const grain = 2 ** Math.max(0, Math.floor(Math.log2(iteration + 1)) - 6);
        const at = this.#points.findLastIndex(point => point.iteration < iteration) + 1;
        if (iteration % grain !== 0 || this.#points[at]?.iteration === iteration) {
            return;
        }
        const loss = this.training.meanSquaredError;
        this.heldOut?.forward(this.training.weights);
        this.#points.splice(at, 0, { iteration, loss, heldOut: this.heldOut?.meanSquaredError() });
    }
}
