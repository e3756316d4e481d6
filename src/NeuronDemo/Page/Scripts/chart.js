/** The loss over iterations, both axes logarithmic, for learning and held-out rows; pointing reads, a click goes. */
function chart(app) {
    const canvas = element("chart"), left = 50, right = 14, top = 10, bottom = 36;
    const last = () => Math.max(app.training.last, app.stopAt);
    const iterationAt = x => Math.round(Math.expm1((x - left) / (canvas.clientWidth - left - right) * Math.log1p(last())));
    canvas.addEventListener("pointermove", ({ offsetX }) => app.show({ pointedAt: offsetX }));
    canvas.addEventListener("pointerleave", () => app.show({ pointedAt: null }));
    canvas.addEventListener("click", ({ offsetX }) => app.seek(Math.min(app.training.last, iterationAt(offsetX))));

    return { draw() {
        const { loss, pointedAt, training: { iteration, points } } = app, { context, width, height } = clear(canvas);
        const losses = points.flatMap(point => [point.loss, point.heldOut]).filter(loss => loss > 0).map(Math.log10);
        const low = Math.floor(Math.min(-1, ...losses)), high = Math.max(low + 1, Math.ceil(Math.max(-1, ...losses)));
        const x = k => left + (width - left - right) * Math.log1p(k) / Math.log1p(last());
        const y = loss => top + (height - top - bottom) * (high - Math.max(low, Math.log10(loss))) / (high - low);
        const upright = (k, colour) => stroke(context, line([x(k), top], [x(k), height - bottom]), colour, 1);
        const curve = (name, ...style) => stroke(context, line(...points.map(p => [x(p.iteration), y(p[name])])), ...style);
        const dot = (k, loss) => context.fill(circle(4, x(k), y(loss)));
        for (let power = low; power <= high; power += Math.ceil((high - low) / 6)) {
            stroke(context, line([left, y(10 ** power)], [width - right, y(10 ** power)]), palette.grid, 1);
            context.fillText(decade(power), left / 2, y(10 ** power));
        }
        for (let k = 0; k <= last(); k = 10 * k || 1) {
            upright(k, palette.grid);
            context.fillText(k && decade(Math.log10(k)), x(k), height - bottom + 11);
        }
        context.fillText(app.say("logScale"), (left + width - right) / 2, height - 8);
        curve("loss", palette.ink, 2);
        app.lesson.heldOut && curve("heldOut", palette.vermilion, 2, [6, 4]);
        upright(iteration, palette.rule);
        dot(iteration, loss);
        if (pointedAt !== null) {
            const far = point => Math.abs(point.iteration - iterationAt(pointedAt));
            const near = points.reduce((best, point) => far(point) < far(best) ? point : best);
            const losses = [near.loss, near.heldOut].filter(loss => loss >= 0).map(loss => short(loss));
            const text = app.say("lossAt", { k: near.iteration, loss: losses.join(" / ") });
            const half = context.measureText(text).width / 2 + 6, at = Math.min(width - half, Math.max(half, x(near.iteration)));
            dot(near.iteration, near.loss);
            context.clearRect(at - half, top, 2 * half, 18);
            context.fillText(text, at, top + 9);
        }
        canvas.ariaLabel = app.say("chartLabel", { k: iteration, loss: short(loss) });
    } };
}

const decade = power => power < -3 || power > 5 ? `10${superscript(power)}` : short(10 ** power, 1);
