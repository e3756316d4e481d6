/** The lesson that the page holds: rows as the network sees them, and how to tell them in the file's own units. */
export class Lesson {
    /** @param page the object that PageLesson.cs describes. */
    constructor(page) {
        Object.assign(this, page);
        this.learning = rowsOf(page.learning, 0);
        this.held = page.heldOut && rowsOf(page.heldOut, this.learning.count);
        this.parts = this.held ? [this.learning, this.held] : [this.learning];
        this.count = this.parts.reduce((sum, part) => sum + part.count, 0);
        this.hasClasses = this.classes !== undefined
            || this.parts.every(part => part.targets.every(column => column.every(t => t === 0 || t === 1)));
        this.means = this.learning.inputs.map(column => column.reduce((sum, x) => sum + x, 0) / column.length);
    }

    sizes(hidden) {
        return [this.inputs.length, ...hidden, this.targets.length];
    }

    /** Where a row stands, counted through the learning rows and then the held-out ones. */
    row(index) {
        const part = index < this.learning.count ? this.learning : this.held;
        const at = index - part.first;
        return {
            isHeldOut: part === this.held, number: part.numbers?.[at] ?? index + 1, at, part,
            inputs: part.inputs.map(column => column[at]), targets: part.targets.map(column => column[at]),
        };
    }

    /** An input in the file's own units. */
    own(input, x) {
        const { mean, deviation } = this.inputs[input];
        return deviation === undefined ? x : tidy(mean + x * deviation);
    }

    /** A target or output in the file's own units. */
    ownTarget(target, y) {
        const { low, high } = this.targets[target];
        return low === undefined ? y : tidy(low + y * (high - low));
    }

    /** Which class targets or outputs mean; where they are no classes, on which side of one half they lie. */
    kindOf(values) {
        return values.length === 1 ? +(values[0] >= 0.5) : values.indexOf(Math.max(...values));
    }

    className(index) {
        return this.classes?.[index] ?? (this.targets.length > 1 ? this.targets[index].name : String(index));
    }

    isRight(outputs, targets) {
        return outputs.length === 1
            ? (outputs[0] - 0.5) * (targets[0] - 0.5) > 0
            : !outputs.some(Number.isNaN) && targets[outputs.indexOf(Math.max(...outputs))] === Math.max(...targets);
    }

    /** t - y in the target's unit; of several outputs the one that misses most. */
    error(outputs, targets) {
        const errors = outputs.map((y, j) => this.ownTarget(j, targets[j]) - this.ownTarget(j, y));
        return errors.reduce((worst, error) => Math.abs(error) > Math.abs(worst) ? error : worst);
    }

    /** The two inputs to look at first: those the learned weights make most of, or the first two that vary. */
    mainInputs() {
        const varying = this.inputs.map((_, i) => i).filter(i => this.learning.inputs[i].some(x => x !== this.learning.inputs[i][0]));
        const first = this.learned?.weights[0];
        const pull = i => first[i].reduce((sum, w) => sum + Math.abs(w), 0) * spread(this.learning.inputs[i], this.means[i]);
        const chosen = (first ? varying.toSorted((i, j) => pull(j) - pull(i)) : varying).slice(0, 2).sort((i, j) => i - j);
        return chosen.length === 2 ? chosen : [chosen[0] ?? 0, this.inputs.findIndex((_, i) => i !== (chosen[0] ?? 0))];
    }

    /** From where to where an input is drawn; a far outlier does not squeeze the others. */
    range(input) {
        const column = this.learning.inputs[input], mean = this.means[input], reach = 4 * spread(column, mean);
        const low = Math.max(column.reduce((a, b) => Math.min(a, b)), mean - reach);
        const high = Math.min(column.reduce((a, b) => Math.max(a, b)), mean + reach);
        const margin = (high - low || 2) * 0.2;
        return [low - margin, high + margin];
    }
}

const spread = (column, mean) => Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length);

// What scaling there and back has left behind the twelfth digit is not the file's.
const tidy = x => Number(x.toPrecision(12));

function rowsOf(rows, first) {
    const columns = table => (table[0] ?? []).map((_, i) => Float64Array.from(table, row => row[i]));
    return { count: rows.inputs.length, first, numbers: rows.numbers, inputs: columns(rows.inputs), targets: columns(rows.targets) };
}
