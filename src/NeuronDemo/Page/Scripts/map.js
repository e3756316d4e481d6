import { Pass } from "./network.js";
import { clear, element, make, marks, palette, shades, short, ticks } from "./surface.js";

const MostPoints = 1500;

/** What the network, or one of its neurons, answers over the plane of two inputs, with the rows on it as points. */
export class AnswerMap {
    #canvas = element("map");
    #image = make("canvas");
    #cost = 0;

    constructor(app) {
        this.app = app;
        this.#canvas.addEventListener("click", ({ offsetX, offsetY }) => {
            const distance = ({ x, y }) => Math.hypot(x - offsetX, y - offsetY);
            const near = this.points.filter(point => distance(point) < 24).sort((a, b) => distance(a) - distance(b));
            near.length && app.choose({ row: near[0].index });
        });
    }

    /** Prepares what depends on the scheme, the axes and the layers. */
    build() {
        const { app } = this, { lesson: { rows }, axes } = app, every = Math.ceil(rows.length / MostPoints);
        this.sides = shades(palette.vermilion, palette.panel, palette.blue);
        this.classes = marks.map((_, k) => shades(palette.panel, palette[`class${k}`]));
        const share = (axis, row) => {
            const [low, high] = app.range(axis);
            return ((axis < 0 ? row.targets[0] : row.inputs[axis]) - low) / (high - low);
        };
        const all = rows.filter(({ index }) => index % every === 0)
            .map(row => ({ ...row, across: share(axes[0], row), up: share(axes[1], row) }));
        this.points = all.filter(({ across, up }) => across >= 0 && across <= 1 && up >= 0 && up <= 1);
        this.outside = all.length - this.points.length;
        this.drawn = all.length;
        this.plane = null;
    }

    // Computes what every neuron answers on the plane: coarser while things move, finer at rest.
    #compute() {
        const { app } = this, start = performance.now(), size = app.isMoving ? this.#cost > 12 ? 50 : 100 : 240;
        if (this.plane?.rows !== size * size) {
            this.plane = new Pass(app.sizes, [], null, size * size);
        }
        const [a, b] = app.axes, [left, right] = app.range(a), [bottom, top] = app.range(b), [weights] = app.weights;
        this.plane.values[1].forEach((y, j, { length }) => {
            const weight = i => weights[i * length + j] ?? 0, wa = weight(a), wb = weight(b);
            const rest = app.lesson.inputs.reduce((sum, input, i) => i === a || i === b ? sum : sum + input.rest * weight(i), 0);
            for (let k = 0; k < y.length; k++) {
                const across = left + (right - left) * (k % size + 0.5) / size, up = top + (bottom - top) * (Math.floor(k / size) + 0.5) / size;
                y[k] = 1 / (1 + Math.exp(-(rest + across * wa + up * wb)));
            }
        });
        this.plane.forward(app.weights, 1);
        this.#cost = app.isMoving ? performance.now() - start : this.#cost;
    }

    /** Paints answers: one neuron's from vermilion (0) to blue (1); of several the largest's, paler the nearer the next. Borders are inked. */
    paint(canvas, outputs) {
        const size = Math.sqrt(this.plane.rows), pixels = new Uint32Array(size * size), kinds = new Uint8Array(size * size), [ink] = shades(palette.ink, palette.ink);
        for (let k = 0; k < pixels.length; k++) {
            let best = 0, first = outputs[0][k], second = 0;
            for (let j = 1; j < outputs.length; j++) {
                const y = outputs[j][k];
                second = Math.max(second, Math.min(first, y));
                [first, best] = y > first ? [y, j] : [first, best];
            }
            kinds[k] = outputs.length === 1 ? +(first >= 0.5) : best;
            const isBorder = k % size && kinds[k] !== kinds[k - 1] || k >= size && kinds[k] !== kinds[k - size];
            pixels[k] = isBorder ? ink : outputs.length === 1 ? this.sides[first * 255.99 | 0] : this.classes[best % marks.length][(first - second) * 215 + 20 | 0];
        }
        Object.assign(canvas, { width: size, height: size });
        canvas.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), size), 0, 0);
    }

    draw() {
        this.#compute();
        const { app } = this, [a, b] = app.axes, neuron = app.shownNeuron, { values, outputs } = this.plane;
        this.paint(this.#image, neuron ? [values[neuron.layer + 1][neuron.j]] : outputs);
        const { context, width, height } = clear(this.#canvas), box = { left: 48, top: 8, width: width - 60, height: height - 44 };
        const x = share => box.left + share * box.width, y = share => box.top + (1 - share) * box.height;
        context.drawImage(this.#image, box.left, box.top, box.width, box.height);
        this.#marksOf(a).forEach(({ text, at }) => context.fillText(text, x(at), y(0) + 11));
        context.fillText(app.axisName(a), x(0.5), height - 8, box.width);
        this.#marksOf(b).forEach(({ text, at }) => context.fillText(text, box.left - 17, y(at), 32));
        context.rotate(-Math.PI / 2);
        context.fillText(app.axisName(b), -y(0.5), 8, box.height);
        context.rotate(Math.PI / 2);
        this.points.forEach(point => this.#drawPoint(context, Object.assign(point, { x: x(point.across), y: y(point.up) })));
        this.#canvas.ariaLabel = app.say("mapLabel", { a: app.axisName(a), b: app.axisName(b) });
    }

    #marksOf(axis) {
        const { app } = this, [low, high] = app.range(axis).map(x => app.own(axis, x));
        return ticks(low, high).map(tick => ({ text: short(tick), at: (tick - low) / (high - low) }));
    }

    // The colour is told apart from any ground by a light and a dark outline.
    #drawPoint(context, { index, x, y, kind, isHeldOut }) {
        const { app } = this, isWrong = app.isWrong[index], scale = (this.points.length > 300 ? 0.6 : this.points.length > 50 ? 0.85 : 1.2) * (isWrong ? 1.35 : 1);
        const stroke = (path, colour, lineWidth) => {
            Object.assign(context, { strokeStyle: colour, lineWidth: lineWidth / scale });
            context.stroke(path);
        };
        context.save();
        context.translate(x, y);
        context.scale(scale, scale);
        for (const radius of [isWrong && 11, index === app.row && 16, index === app.row && 20].filter(radius => radius)) {
            const ring = new Path2D();
            ring.arc(0, 0, radius, 0, 7);
            stroke(ring, "white", 4);
            stroke(ring, "black", 2);
        }
        const { path } = marks[kind % marks.length], colour = palette[app.colourOf(kind)];
        stroke(path, "black", 4);
        stroke(path, isHeldOut ? colour : "white", 2);
        if (!isHeldOut) {
            Object.assign(context, { fillStyle: colour }).fill(path);
        }
        context.restore();
    }
}
