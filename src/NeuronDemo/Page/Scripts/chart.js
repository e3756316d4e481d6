import { clear, palette, short } from "./surface.js";

const ChartEdge = { left: 52, right: 12, top: 10, bottom: 36 };

/** The loss over the iterations, both axes logarithmic, for learning and held-out rows. */
export class Chart {
    #app;
    #canvas = document.getElementById("chart");
    #pointed = null;

    constructor(app) {
        this.#app = app;
        this.#canvas.addEventListener("pointermove", event => this.#point(event.offsetX));
        this.#canvas.addEventListener("pointerleave", () => this.#point(null));
        this.#canvas.addEventListener("click", event => app.seek(this.#iterationAt(event.offsetX)));
    }

    #point(x) {
        this.#pointed = x;
        this.#app.invalidate();
    }

    #iterationAt(x) {
        const share = (x - ChartEdge.left) / (this.#canvas.clientWidth - ChartEdge.left - ChartEdge.right);
        return Math.min(this.#app.history.last, Math.max(0, Math.round(Math.expm1(share * Math.log1p(this.#app.lastShown)))));
    }

    draw() {
        const app = this.#app, { points } = app.history, { context, width, height } = clear(this.#canvas);
        const losses = points.flatMap(({ loss, heldOut }) => heldOut === undefined ? [loss] : [loss, heldOut]).filter(loss => loss > 0);
        const low = Math.floor(Math.log10(losses.reduce((a, b) => Math.min(a, b), 0.1)));
        const high = Math.max(low + 1, Math.ceil(Math.log10(losses.reduce((a, b) => Math.max(a, b), 0.1))));
        const x = k => ChartEdge.left + (width - ChartEdge.left - ChartEdge.right) * Math.log1p(k) / Math.log1p(app.lastShown);
        const y = loss => ChartEdge.top + (height - ChartEdge.top - ChartEdge.bottom) * (high - Math.max(low, Math.log10(loss))) / (high - low);
        const line = (x1, y1, x2, y2) => {
            context.beginPath();
            context.moveTo(x1, y1);
            context.lineTo(x2, y2);
            context.stroke();
        };
        context.fillStyle = palette.ink;
        context.strokeStyle = palette.grid;
        context.textAlign = "right";
        const every = Math.ceil((high - low) / 6);
        for (let power = low; power <= high; power += every) {
            line(ChartEdge.left, y(10 ** power), width - ChartEdge.right, y(10 ** power));
            context.fillText(power < -4 ? `10${superscript(power)}` : String(Number((10 ** power).toPrecision(1))), ChartEdge.left - 6, y(10 ** power));
        }
        context.textAlign = "center";
        for (const k of [0, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].filter(k => k <= app.lastShown)) {
            line(x(k), ChartEdge.top, x(k), height - ChartEdge.bottom);
            context.fillText(k < 1e5 ? k : `10${superscript(Math.log10(k))}`, x(k), height - ChartEdge.bottom + 11);
        }
        context.fillText(app.say("logScale"), (ChartEdge.left + width - ChartEdge.right) / 2, height - 8);
        this.#curve(context, points, point => point.loss, x, y, palette.ink, []);
        if (app.lesson.held) {
            this.#curve(context, points, point => point.heldOut, x, y, palette.vermilion, [6, 4]);
        }
        context.strokeStyle = palette.rule;
        line(x(app.iteration), ChartEdge.top, x(app.iteration), height - ChartEdge.bottom);
        this.#dot(context, x(app.iteration), y(app.loss), palette.ink);
        if (this.#pointed !== null) {
            this.#tell(context, points, width, x, y);
        }
        if (!app.isMoving) {
            this.#canvas.setAttribute("aria-label", app.say("chartLabel", { k: app.iteration, loss: short(app.loss) }));
        }
    }

    #curve(context, points, valueOf, x, y, colour, dash) {
        context.beginPath();
        points.forEach(point => context.lineTo(x(point.iteration), y(valueOf(point))));
        context.strokeStyle = colour;
        context.lineWidth = 2;
        context.setLineDash(dash);
        context.stroke();
        context.setLineDash([]);
        context.lineWidth = 1;
    }

    #dot(context, x, y, colour) {
        context.beginPath();
        context.arc(x, y, 4, 0, 2 * Math.PI);
        context.fillStyle = colour;
        context.fill();
    }

    #tell(context, points, width, x, y) {
        const wanted = this.#iterationAt(this.#pointed), far = point => Math.abs(point.iteration - wanted);
        const { iteration, loss, heldOut } = points.reduce((best, point) => far(point) < far(best) ? point : best);
        const text = `${this.#app.say("lossAt", { k: iteration })}: ${short(loss)}${heldOut === undefined ? "" : ` / ${short(heldOut)}`}`;
        const half = context.measureText(text).width / 2 + 6, at = Math.min(width - half, Math.max(half, x(iteration)));
        this.#dot(context, x(iteration), y(loss), palette.blue);
        context.fillStyle = palette.panel;
        context.fillRect(at - half, ChartEdge.top + 2, 2 * half, 18);
        context.fillStyle = palette.ink;
        context.fillText(text, at, ChartEdge.top + 11);
    }
}

const superscript = power => String(power).replace("-", "⁻").replace(/\d/g, digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]);
