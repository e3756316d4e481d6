/** The lesson that the page holds, as PageLesson.cs describes it, and how to tell its numbers in the file's words and units. */
export class Lesson {
    constructor(page) {
        Object.assign(this, page, { parts: [page.learning, page.heldOut].filter(part => part) });
        for (const part of this.parts) {
            ["inputs", "targets"].forEach(side => { part[side] = part[side].map(column => Float64Array.from(column)); });
        }
        this.rows = this.parts.flatMap(part => part.numbers.map((number, at) => {
            const [inputs, targets] = [part.inputs, part.targets].map(columns => columns.map(column => column[at]));
            return { number, at, isHeldOut: part === page.heldOut, inputs, targets, kind: this.kindOf(targets) };
        })).map((row, index) => ({ ...row, index }));
    }

    // Below the twelfth digit is what scaling there and back leaves.
    own = (i, x) => Number((this.inputs[i].mean + x * this.inputs[i].deviation).toPrecision(12));
    ownTarget = (j, y) => Number((this.targets[j].low + y * (this.targets[j].high - this.targets[j].low)).toPrecision(12));

    /** What targets or outputs mean, as a place in kinds: the largest, or on which side of one half a single one lies. */
    kindOf(values) {
        return values.length === 1 ? +(values[0] >= 0.5) : values.indexOf(Math.max(...values));
    }

    isWrong({ targets }, outputs) {
        return this.isJudged && !(outputs.length === 1 ? (outputs[0] - 0.5) * (targets[0] - 0.5) > 0
            : targets[this.kindOf(outputs)] === Math.max(...targets));
    }

    /** Targets or outputs in words, or in the file's unit. */
    tell(values, digits) {
        const kind = this.kindOf(values);
        return values.length === 1 ? digits(this.ownTarget(0, values[0])) : `${this.kinds[kind]} ${values[kind] === 1 ? "" : digits(values[kind])}`;
    }
}
