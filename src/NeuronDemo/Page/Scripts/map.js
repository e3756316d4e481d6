import { Pass } from "./network.js";
import { clear, palette, shades, shapePath, shapes } from "./surface.js";

const MapEdge = { left: 46, right: 12, top: 10, bottom: 34 };
const MostPoints = 1500;

/** What the network, or one of its neurons, answers over the plane of two inputs, with the rows on it as points. */
export class AnswerMap {
    #app;
    #canvas = document.getElementById("map");
    #image = document.createElement("canvas");
    #plane;
    #points;
    #shades;
    #classShades;
    #cost = 0;

    constructor(app) {
        this.#app = app;
        this.#canvas.addEventListener("click", event => this.#choose(event));
    }

    /** What every neuron answers on the plane: [layer][neuron], columns of numbers, line by line from the top. */
    get sweep() {
        return this.#plane.values.slice(1);
    }

    /** Prepares colours and points for the present scheme and axes. */
    build() {
        this.#shades = shades(palette.vermilion, palette.middle, palette.blue);
        this.#classShades = Array.from(shapes, (_, k) => shades(palette.middle, palette[`class${k}`]));
        this.#place();
    }

    /** Computes the plane: coarser while things move, finer at rest. */
    compute() {
        const app = this.#app, start = performance.now(), size = app.isMoving ? (this.#cost > 12 ? 50 : 100) : 200;
        if (this.#plane?.size !== size || this.#plane.sizes !== app.sizes) {
            this.#plane = new Pass(app.sizes, [], null, size * size);
            this.#plane.size = size;
        }
        const [a, b] = app.axes, [left, right] = app.range(a), [bottom, top] = app.range(b);
        const weights = app.weights[0], neurons = app.sizes[1];
        for (let j = 0; j < neurons; j++) {
            const m = this.#plane.values[1][j];
            const rest = app.lesson.means.reduce((sum, mean, i) => i === a || i === b ? sum : sum + mean * weights[i * neurons + j], 0);
            const across = weights[a * neurons + j], up = b < 0 ? 0 : weights[b * neurons + j];
            for (let line = 0, k = 0; line < size; line++) {
                const begin = rest + up * (top + (bottom - top) * (line + 0.5) / size) + across * left;
                const slope = across * (right - left) / size;
                for (let column = 0; column < size; column++, k++) {
                    m[k] = 1 / (1 + Math.exp(-(begin + slope * (column + 0.5))));
                }
            }
        }
        this.#plane.forward(app.weights, 1);
        if (app.isMoving) {
            this.#cost = performance.now() - start;
        }
    }

    /** Paints one neuron's answers as a picture of their own size. */
    paint(canvas, values) {
        const pixels = new Uint32Array(values.length), table = this.#shades;
        for (let k = 0; k < pixels.length; k++) {
            pixels[k] = table[values[k] * 255.99 | 0];
        }
        this.#put(canvas, pixels);
    }

    // Several outputs: the colour of the largest, paler the nearer the next one comes.
    #paintClasses(canvas, outputs) {
        const pixels = new Uint32Array(outputs[0].length);
        for (let k = 0; k < pixels.length; k++) {
            let best = 0, first = -1, second = -1;
            for (let j = 0; j < outputs.length; j++) {
                const y = outputs[j][k];
                if (y > first) {
                    [second, first, best] = [first, y, j];
                } else if (y > second) {
                    second = y;
                }
            }
            pixels[k] = this.#classShades[best % shapes.length][(first - second) * 215 + 20 | 0];
        }
        this.#put(canvas, pixels);
    }

    #put(canvas, pixels) {
        const size = this.#plane.size;
        if (canvas.width !== size) {
            canvas.width = canvas.height = size;
        }
        canvas.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), size, size), 0, 0);
    }

    draw() {
        const app = this.#app, neuron = app.shownNeuron, outputs = this.sweep.at(-1);
        const single = neuron ? this.sweep[neuron.layer][neuron.j] : outputs.length === 1 ? outputs[0] : null;
        if (single) {
            this.paint(this.#image, single);
        } else {
            this.#paintClasses(this.#image, outputs);
        }
        const { context, width, height } = clear(this.#canvas);
        const box = { x: MapEdge.left, y: MapEdge.top, width: width - MapEdge.left - MapEdge.right, height: height - MapEdge.top - MapEdge.bottom };
        context.imageSmoothingQuality = "high";
        context.drawImage(this.#image, box.x, box.y, box.width, box.height);
        if (single) {
            this.#drawHalf(context, single, box);
        }
        this.#drawAxes(context, box, height);
        this.#drawPoints(context, box);
        this.#canvas.setAttribute("aria-label", app.say("mapLabel", { a: app.axisName(app.axes[0]), b: app.axisName(app.axes[1]) }));
    }

    // Where neighbouring pixels lie on either side of one half.
    #drawHalf(context, values, box) {
        const size = this.#plane.size, dx = box.width / size, dy = box.height / size;
        context.beginPath();
        const between = (k, l) => (0.5 - values[k]) / (values[l] - values[k]);
        const crosses = (k, l) => values[k] < 0.5 !== values[l] < 0.5;
        for (let line = 0; line < size - 1; line++) {
            for (let column = 0; column < size - 1; column++) {
                const k = line * size + column, ends = [];
                const x = box.x + (column + 0.5) * dx, y = box.y + (line + 0.5) * dy;
                crosses(k, k + 1) && ends.push([x + dx * between(k, k + 1), y]);
                crosses(k + 1, k + size + 1) && ends.push([x + dx, y + dy * between(k + 1, k + size + 1)]);
                crosses(k + size, k + size + 1) && ends.push([x + dx * between(k + size, k + size + 1), y + dy]);
                crosses(k, k + size) && ends.push([x, y + dy * between(k, k + size)]);
                for (let e = 0; e + 1 < ends.length; e += 2) {
                    context.moveTo(...ends[e]);
                    context.lineTo(...ends[e + 1]);
                }
            }
        }
        context.strokeStyle = palette.ink;
        context.lineWidth = 1.5;
        context.stroke();
    }

    #drawAxes(context, box, height) {
        const app = this.#app, [a, b] = app.axes;
        context.strokeStyle = palette.rule;
        context.lineWidth = 1;
        context.strokeRect(box.x, box.y, box.width, box.height);
        context.fillStyle = palette.ink;
        context.textAlign = "center";
        for (const { text, at } of app.axisTicks(a, Math.max(2, box.width / 70))) {
            context.fillText(text, box.x + at * box.width, box.y + box.height + 10);
        }
        context.fillText(app.axisName(a), box.x + box.width / 2, height - 8, box.width);
        context.textAlign = "right";
        for (const { text, at } of app.axisTicks(b, Math.max(2, box.height / 50))) {
            context.fillText(text, box.x - 5, box.y + (1 - at) * box.height, MapEdge.left - 18);
        }
        context.save();
        context.translate(8, box.y + box.height / 2);
        context.rotate(-Math.PI / 2);
        context.textAlign = "center";
        context.fillText(app.axisName(b), 0, 0, box.height);
        context.restore();
    }

    // The points of the rows that are drawn, each from 0 to 1 across and up.
    #place() {
        const app = this.#app, { lesson } = app, every = Math.ceil(lesson.count / MostPoints);
        const along = (axis, { part, at, targets }) => {
            const [low, high] = app.range(axis);
            return ((axis < 0 ? targets[0] : part.inputs[axis][at]) - low) / (high - low);
        };
        const all = Array.from({ length: Math.ceil(lesson.count / every) }, (_, k) => {
            const index = k * every, row = lesson.row(index);
            return { index, row, kind: lesson.kindOf(row.targets), across: along(app.axes[0], row), up: along(app.axes[1], row) };
        });
        this.#points = all.filter(({ across, up }) => across >= 0 && across <= 1 && up >= 0 && up <= 1);
        this.drawn = all.length;
        this.outside = all.length - this.#points.length;
    }

    #drawPoints(context, box) {
        const app = this.#app, radius = this.#points.length > 300 ? 3 : this.#points.length > 50 ? 4.5 : 6.5;
        const stroke = (colour, width) => {
            context.strokeStyle = colour;
            context.lineWidth = width;
            context.stroke();
        };
        const ring = (x, y, r) => {
            context.beginPath();
            context.arc(x, y, r, 0, 2 * Math.PI);
            stroke(palette.light, 4);
            stroke(palette.dark, 2);
        };
        for (const point of this.#points) {
            const { index, row, kind } = point, isWrong = app.isWrong(index), r = isWrong ? radius * 1.4 : radius;
            const x = point.x = box.x + point.across * box.width, y = point.y = box.y + (1 - point.up) * box.height;
            if (isWrong) {
                ring(x, y, r + 4);
            }
            if (index === app.row) {
                ring(x, y, r + 9);
                ring(x, y, r + 12);
            }
            shapePath(context, kind, x, y, r);
            stroke(palette.dark, 4);
            stroke(row.isHeldOut ? palette[app.colourOf(kind)] : palette.light, 2);
            if (!row.isHeldOut) {
                context.fillStyle = palette[app.colourOf(kind)];
                context.fill();
            }
        }
    }

    #choose(event) {
        const distance = ({ x, y }) => Math.hypot(x - event.offsetX, y - event.offsetY);
        const nearest = this.#points.reduce((best, point) => best && distance(best) <= distance(point) ? best : point, null);
        if (nearest && distance(nearest) < 24) {
            this.#app.chooseRow(nearest.index);
        }
    }
}
