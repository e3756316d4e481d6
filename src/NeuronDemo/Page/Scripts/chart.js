import { clear, element, palette, short } from "./surface.js";

/** The loss over the iterations, both axes logarithmic, for learning and held-out rows; pointing reads it, a click goes there. */
export function chart(app) {
    const canvas = element("chart"), left = 50, right = 14, top = 10, bottom = 36;
    let pointed = null;
    const last = () => Math.max(app.history.last, app.stopAt);
    const iterationAt = x => Math.round(Math.expm1((x - left) / (canvas.clientWidth - left - right) * Math.log1p(last())));
    const point = x => {
        pointed = x;
        app.invalidate();
    };
    canvas.addEventListener("pointermove", event => point(event.offsetX));
    canvas.addEventListener("pointerleave", () => point(null));
    canvas.addEventListener("click", event => app.seek(Math.min(app.history.last, Math.max(0, iterationAt(event.offsetX)))));

    function draw() {
        const { points } = app.history, { context, width, height } = clear(canvas), { iteration, loss } = app;
        const logs = points.flatMap(point => [point.loss, point.heldOut]).filter(loss => loss > 0).map(Math.log10);
        const low = Math.floor(Math.min(-1, ...logs)), high = Math.max(low + 1, Math.ceil(Math.max(-1, ...logs)));
        const x = k => left + (width - left - right) * Math.log1p(k) / Math.log1p(last());
        const y = loss => top + (height - top - bottom) * (high - Math.max(low, Math.log10(loss))) / (high - low);
        const line = (colour, points, dash = [], thickness = 1) => {
            context.beginPath();
            points.forEach(([x, y]) => context.lineTo(x, y));
            context.setLineDash(dash);
            Object.assign(context, { strokeStyle: colour, lineWidth: thickness }).stroke();
        };
        const upright = (colour, k) => line(colour, [[x(k), top], [x(k), height - bottom]]);
        const dot = (k, loss) => {
            context.beginPath();
            context.arc(x(k), y(loss), 4, 0, 7);
            context.fill();
        };
        for (let power = low; power <= high; power += Math.ceil((high - low) / 6)) {
            line(palette.grid, [[left, y(10 ** power)], [width - right, y(10 ** power)]]);
            context.fillText(decade(power), left / 2, y(10 ** power));
        }
        for (let k = 0; k <= last(); k = 10 * k || 1) {
            upright(palette.grid, k);
            context.fillText(k && decade(Math.log10(k)), x(k), height - bottom + 11);
        }
        context.fillText(app.say("logScale"), (left + width - right) / 2, height - 8);
        line(palette.ink, points.map(point => [x(point.iteration), y(point.loss)]), [], 2);
        if (app.lesson.heldOut) {
            line(palette.vermilion, points.map(point => [x(point.iteration), y(point.heldOut)]), [6, 4], 2);
        }
        upright(palette.rule, iteration);
        dot(iteration, loss);
        if (pointed !== null) {
            const far = point => Math.abs(point.iteration - iterationAt(pointed));
            const near = points.reduce((best, point) => far(point) < far(best) ? point : best);
            const text = app.say("lossAt", { k: near.iteration, loss: [near.loss, near.heldOut].filter(loss => loss >= 0).map(loss => short(loss)).join(" / ") });
            const half = context.measureText(text).width / 2 + 6, at = Math.min(width - half, Math.max(half, x(near.iteration)));
            dot(near.iteration, near.loss);
            context.clearRect(at - half, top, 2 * half, 18);
            context.fillText(text, at, top + 9);
        }
        canvas.ariaLabel = app.say("chartLabel", { k: iteration, loss: short(loss) });
    }
    return { draw };
}

const decade = power => power < -3 || power > 5 ? `10${String(power).replace("-", "⁻").replace(/\d/g, digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit])}`
    : String(Number((10 ** power).toPrecision(1)));
