/** The lesson that the page holds, as PageLesson.cs describes it, and how to tell its numbers in the file's words. */
class Lesson {
    constructor(page) {
        Object.assign(this, page, { parts: [page.learning, page.heldOut].filter(part => part) });
        for (const part of this.parts) {
            ["inputs", "targets"].forEach(side => { part[side] = part[side].map(column => Float64Array.from(column)); });
        }
        this.rows = this.parts.flatMap(part => part.numbers.map((number, at) => {
            const [inputs, targets] = [part.inputs, part.targets].map(columns => columns.map(column => column[at]));
            return { number, at, isHeldOut: part === page.heldOut, inputs, targets, kind: this.kindOf(targets) };
        })).sort((a, b) => a.number - b.number);
    }

    // Below the thirteenth digit of a sum's parts is what scaling there and back leaves.
    #sum = (a, b) => Number((a + b).toFixed(Math.min(100, Math.max(0, 13 - Math.ceil(Math.log10(Math.abs(a) + Math.abs(b)))))));
    own = (i, x) => this.#sum(this.inputs[i].mean, x * this.inputs[i].deviation);
    isConstant = i => i === this.inputs.length - 1 && this.inputs[i].name === "1";
    ownTarget = (j, y) => this.#sum(this.targets[j].low, y * (this.targets[j].high - this.targets[j].low));

    /** What targets or outputs answer to a question, as a place in its kinds. */
    kindOf(values, { first, count } = this.answers[0]) {
        const all = values.slice(first, first + count);
        return count === 1 ? +(all[0] > 0.5) : all.indexOf(Math.max(...all));
    }

    // A single output so near to one half that rounding has placed it has not taken a side.
    isWrong({ targets }, outputs) {
        return this.isJudged && this.answers.some(answer => {
            const { first, count, areClasses } = answer, kind = this.kindOf(outputs, answer);
            return count > 1 ? targets[first + kind] !== Math.max(...targets.slice(first, first + count))
                : !(Math.abs(outputs[first] - 0.5) > (areClasses ? -1 : 1e-6)) || kind !== this.kindOf(targets, answer);
        });
    }

    /** Targets or outputs in words, or in the file's unit: in four digits, or as many as asked for. */
    tell(values, digits) {
        return this.answers.map(answer => {
            const { first, count, kinds, areClasses } = answer, y = Math.max(...values.slice(first, first + count));
            return count === 1 && !areClasses ? short(this.ownTarget(first, y), digits)
                : `${kinds[this.kindOf(values, answer)]} ${y === 0 || y === 1 ? "" : short(y)}`.trim();
        }).join(", ");
    }
}
