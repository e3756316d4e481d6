/** The lesson that the page holds: rows as the network sees them, and how to tell them in the file's own words and units. */
export class Lesson {
    /** @param page the object that PageLesson.cs describes. */
    constructor(page) {
        Object.assign(this, page);
        this.parts = [page.learning, page.heldOut].filter(rows => rows).map(columns);
        this.count = this.parts.reduce((sum, part) => sum + part.count, 0);
        this.hasClasses = page.classes || this.parts.every(part => part.targets.every(column => column.every(t => t === 0 || t === 1)));
        this.means = this.parts[0].inputs.map(mean);
        this.spreads = this.parts[0].inputs.map((column, i) => Math.sqrt(mean(column.map(x => (x - this.means[i]) ** 2))));
        this.ranges = this.parts[0].inputs.map((column, i) => range(column, this.means[i], 4 * this.spreads[i]));
        this.mainInputs = this.#mainInputs();
    }

    /** A row, counted through the learning rows and then the held-out ones. */
    row(index) {
        const isHeldOut = index >= this.parts[0].count, part = this.parts[+isHeldOut], at = index - (isHeldOut ? this.parts[0].count : 0);
        const of = table => table.map(column => column[at]);
        return { index, isHeldOut, at, number: part.numbers?.[at] ?? index + 1, inputs: of(part.inputs), targets: of(part.targets) };
    }

    // What scaling there and back leaves behind the twelfth digit is not the file's.
    /** An input in the file's own unit. */
    own(i, x) {
        const { mean = 0, deviation = 1 } = this.inputs[i];
        return Number((mean + x * deviation).toPrecision(12));
    }

    /** A target or output in the file's own unit. */
    ownTarget(j, y) {
        const { low = 0, high = 1 } = this.targets[j];
        return Number((low + y * (high - low)).toPrecision(12));
    }

    /** Which class some targets or outputs mean; of a single number, on which side of one half it lies. */
    kindOf(values) {
        return values.length === 1 ? +(values[0] >= 0.5) : values.indexOf(Math.max(...values));
    }

    kindName(kind) {
        return this.classes?.[kind] ?? (this.targets.length > 1 ? this.targets[kind].name : String(this.ownTarget(0, kind)));
    }

    isWrong({ targets }, outputs) {
        return this.hasClasses && !(outputs.length === 1 ? (outputs[0] - 0.5) * (targets[0] - 0.5) > 0
            : targets[this.kindOf(outputs)] === Math.max(...targets));
    }

    /** Targets or outputs in words, or in the file's unit. */
    tell(values, digits) {
        const kind = this.kindOf(values), y = values.length === 1 ? values[0] : values[kind];
        return values.length === 1 && !this.classes ? String(digits(this.ownTarget(0, y)))
            : y === 0 || y === 1 ? this.kindName(kind) : `${this.kindName(kind)} ${digits(y)}`;
    }

    // The two inputs to look at first: those that the learned weights make most of, or else the first two that vary.
    #mainInputs() {
        const neurons = this.learned?.weights[0][0].length ?? 0;
        const pull = i => this.spreads[i] * (neurons ? this.learned.weights[0][i].reduce((sum, w) => sum + Math.abs(w), 0) : 1);
        const [a = 0, b = -1] = this.inputs.map((_, i) => i).filter(i => this.spreads[i] > 0).sort((i, j) => pull(j) - pull(i));
        return b < 0 ? [a, b] : [Math.min(a, b), Math.max(a, b)];
    }
}

const mean = column => column.reduce((sum, x) => sum + x, 0) / column.length;

// From the least to the largest and a fifth beyond; a far outlier does not squeeze the others.
function range(column, mean, reach) {
    const low = Math.max(column.reduce((a, b) => Math.min(a, b)), mean - reach);
    const high = Math.min(column.reduce((a, b) => Math.max(a, b)), mean + reach), margin = (high - low || 1) / 5;
    return [low - margin, high + margin];
}

function columns({ inputs, targets, numbers }) {
    const turn = table => table[0].map((_, i) => Float64Array.from(table, row => row[i]));
    return { count: inputs.length, numbers, inputs: turn(inputs), targets: turn(targets) };
}
