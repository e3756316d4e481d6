import { Training } from "./training.js";

const MostSnapshots = 256;

/**
 * All iterations up to the last, any of which can be returned to exactly: some are kept, the others are computed again from
 * the one before. A change by hand is kept for good, and what came after it is forgotten.
 */
export class History {
    #kept = new Map();
    #spacing = 1;
    /** The loss at some of the iterations, in order: { iteration, loss, heldOut }. */
    points = [];

    constructor(pass, start, heldOut) {
        Object.assign(this, { training: new Training(pass, start), heldOut });
        this.branch({}, false);
    }

    /** The first iteration so far at which something was changed by hand, if anything was. */
    get changedAt() {
        const changes = [...this.#kept.values()].filter(kept => kept.isByHand && kept.iteration <= this.training.iteration);
        return changes.length ? Math.min(...changes.map(kept => kept.iteration)) : null;
    }

    /** Takes one iteration forward, the same as before if it was taken before. */
    advance() {
        const { training } = this, kept = this.#kept.get(training.iteration + 1);
        if (kept) {
            training.state = kept;
        } else {
            training.iterate();
            if (training.iteration % this.#spacing === 0) {
                this.#kept.set(training.iteration, training.state);
            }
        }
        this.#thin();
        this.#record();
    }

    /** Goes towards an iteration, and says whether it has arrived before the time was over. */
    seek(iteration, deadline) {
        const { training } = this;
        const nearest = [...this.#kept.values()].reduce((best, kept) =>
            kept.iteration <= iteration && kept.iteration > best.iteration ? kept : best);
        if (iteration < training.iteration || nearest.iteration > training.iteration) {
            training.state = nearest;
            this.#record();
        }
        while (training.iteration < iteration && performance.now() < deadline && training.isFinite) {
            this.advance();
        }
        return training.iteration === iteration;
    }

    /** Lets a change take effect: of the weights, the step rule or, for weights from elsewhere, the iteration. */
    branch(change, isByHand) {
        const state = { ...this.training.state, ...change, isEvent: true }, { iteration } = state;
        state.isByHand = isByHand || this.#kept.get(iteration)?.isByHand;
        this.#kept = new Map([...this.#kept].filter(([other]) => other < iteration)).set(iteration, state);
        this.points = this.points.filter(point => point.iteration < iteration);
        this.training.state = state;
        this.last = iteration;
        this.#record();
    }

    #thin() {
        if (this.#kept.size > MostSnapshots) {
            this.#spacing *= 2;
            this.#kept = new Map([...this.#kept].filter(([iteration, kept]) => kept.isEvent || iteration % this.#spacing === 0));
        }
    }

    // Every iteration at first, later as many as a logarithmic axis can show.
    #record() {
        const { iteration, weights, pass } = this.training, grain = 2 ** Math.max(0, Math.floor(Math.log2(iteration + 1)) - 6);
        this.last = Math.max(this.last, iteration);
        const at = this.points.findLastIndex(point => point.iteration < iteration) + 1;
        if (iteration % grain === 0 && this.points[at]?.iteration !== iteration) {
            this.training.evaluate();
            this.heldOut?.run(weights);
            this.points.splice(at, 0, { iteration, loss: pass.meanSquaredError, heldOut: this.heldOut?.meanSquaredError });
        }
    }
}
