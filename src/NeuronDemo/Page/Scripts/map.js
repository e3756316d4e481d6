const MostPoints = 1500;

/** What the network, or one of its neurons, answers over the plane of two inputs, with the rows on it as points. */
class AnswerMap {
    #canvas = element("map");
    #image = make("canvas");

    constructor(app) {
        this.app = app;
        this.#canvas.addEventListener("click", ({ offsetX, offsetY }) => {
            const distance = ({ x, y }) => Math.hypot(x - offsetX, y - offsetY);
            const [near] = [...this.points].sort((a, b) => distance(a) - distance(b));
            near && distance(near) < 24 && app.choose({ row: near.row.number });
        });
    }

    /** Prepares what depends on the scheme, the axes and the layers. */
    build() {
        const { axes, lesson: { rows, inputs } } = this.app, every = Math.ceil(rows.length / MostPoints);
        this.sides = shades(palette.vermilion, palette.panel, palette.blue);
        this.classes = marks.map((_, k) => shades(palette.panel, palette[`class${k}`]));
        const share = (axis, x) => (x - inputs[axis].low) / (inputs[axis].high - inputs[axis].low);
        const all = rows.filter((_, index) => index % every === 0);
        this.points = all.map(row => ({ row, shares: axes.map(axis => share(axis, row.inputs[axis])) }))
            .filter(({ shares }) => shares.every(share => share >= 0 && share <= 1));
        Object.assign(this, { drawn: all.length, outside: all.length - this.points.length, plane: null, sprites: {} });
    }

    // What every neuron answers on the plane: coarser while things move, finer at rest.
    #compute() {
        const { app } = this, size = app.isMoving ? 60 : 240;
        this.plane = this.plane?.rows === size * size ? this.plane : new Pass(app.sizes, [], null, size * size);
        const { lesson: { inputs }, training: { weights }, axes: [a, b] } = app;
        const at = (from, to, place) => from + (to - from) * (place + 0.5) / size;
        this.plane.values[1].forEach((y, j, { length }) => {
            const weight = i => weights[0][i * length + j], wa = weight(a), wb = a === b ? 0 : weight(b);
            const rest = inputs.reduce((sum, input, i) => i === a || i === b ? sum : sum + input.rest * weight(i), 0);
            for (let k = 0; k < y.length; k++) {
                const across = at(inputs[a].low, inputs[a].high, k % size);
                y[k] = sigmoid(rest + across * wa + at(inputs[b].high, inputs[b].low, Math.floor(k / size)) * wb);
            }
        });
        this.plane.forward(weights, 1);
    }

    /** Paints answers: one neuron's from vermilion (0) to blue (1); of several the largest, paler the nearer the next is. */
    paint(canvas, outputs) {
        const { rows } = this.plane, size = Math.sqrt(rows), pixels = new Uint32Array(rows), kinds = new Uint8Array(rows);
        for (let k = 0; k < pixels.length; k++) {
            let best = 0, first = outputs[0][k], second = 0;
            for (let j = 1; j < outputs.length; j++) {
                const y = outputs[j][k];
                second = Math.max(second, Math.min(first, y));
                [first, best] = y > first ? [y, j] : [first, best];
            }
            kinds[k] = outputs.length === 1 ? +(first >= 0.5) : best;
            pixels[k] = outputs.length === 1 ? this.sides[first * 255 | 0]
                : this.classes[best % marks.length][20 + (first - second) * 235 | 0];
        }
        canvas.width === size || Object.assign(canvas, { width: size, height: size });
        canvas.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), size), 0, 0);
        return kinds;
    }

    // The border runs where two answers' weighted sums are even: straight through a cell, from side to side.
    #border(outputs, kinds, x, y) {
        const size = Math.sqrt(kinds.length), path = new Path2D();
        const sum = (j, k) => Math.max(-750, Math.min(750, Math.log(outputs[j][k] / (1 - outputs[j][k]))));
        const lead = (k, n) => outputs[1] ? sum(kinds[k], k) - sum(kinds[n], k) : Math.abs(sum(0, k));
        const crossing = ([k, n]) => {
            const share = lead(k, n) / (lead(k, n) + lead(n, k)) || 0, place = at => (at + 0.5) / size;
            return [x(place(k % size + share * (n === k + 1))), y(1 - place(Math.floor(k / size) + share * (n === k + size)))];
        };
        for (let k = 0; k < kinds.length - size; k++) {
            if ((k + 1) % size === 0 || [1, size, size + 1].every(step => kinds[k + step] === kinds[k])) { continue; }
            const sides = [[k, k + 1], [k, k + size], [k + 1, k + size + 1], [k + size, k + size + 1]];
            const [start, ...ends] = sides.filter(([k, n]) => kinds[k] !== kinds[n]).map(crossing);
            ends.forEach(end => path.addPath(line(start, end)));
        }
        return path;
    }

    draw() {
        this.#compute();
        const { app, plane: { values, outputs } } = this, { context, width, height } = clear(this.#canvas);
        const { shownNeuron: neuron, lesson: { own, inputs, answers: [{ count }] } } = app;
        const shown = neuron ? [values[neuron.layer + 1][neuron.j]] : outputs.slice(0, count);
        const kinds = this.paint(this.#image, shown);
        const x = share => 48 + share * (width - 60), y = share => 8 + (1 - share) * (height - 52);
        context.drawImage(this.#image, x(0), y(1), width - 60, height - 52);
        // Answers nowhere further from one half, or from one another, have not taken a side: where they do is rounding.
        const isDecided = shown.some(answer => answer.some((y, k) => Math.abs(y - (shown[1] ? shown[0][k] : 0.5)) > 1e-6));
        this.hasBorder = isDecided && kinds.some(kind => kind !== kinds[0]);
        this.hasBorder && stroke(context, this.#border(shown, kinds, x, y), palette.ink, 2);
        const names = app.axes.map(axis => inputs[axis].name);
        const [across, up] = app.axes.map(axis => ticks(own(axis, inputs[axis].low), own(axis, inputs[axis].high)));
        across.forEach(({ text, share }) => context.fillText(text, x(share), y(0) + 11));
        up.forEach(({ text, share }) => context.fillText(text, 31, y(share), 32));
        context.fillText(names[0], x(0.5), height - 8, width - 60);
        for (const point of [...this.points].sort((a, b) => (a.row === app.row) - (b.row === app.row))) {
            const { row, shares } = point, looks = [row.kind, row.isHeldOut, row.isWrong, row === app.row];
            const sprite = this.sprites[looks] ??= this.sprite(...looks), side = sprite.width / devicePixelRatio;
            Object.assign(point, { x: x(shares[0]), y: y(shares[1]) });
            const place = at => Math.round((at - side / 2) * devicePixelRatio) / devicePixelRatio;
            context.drawImage(sprite, place(point.x), place(point.y), side, side);
        }
        context.rotate(-Math.PI / 2);
        context.fillText(names[1], -y(0.5), 8, height - 52);
        this.#canvas.ariaLabel = app.say("mapLabel", { a: names[0], b: names[1] });
    }

    /** A mark, drawn once and copied from then on. A light and a dark outline set its colour off from any ground. */
    sprite(kind, isHeldOut, isWrong, isChosen) {
        const { app } = this, colour = palette[app.colourOf(kind)], { path } = marks[kind % marks.length];
        const many = this.points.length, size = (many > 300 ? 0.6 : many > 50 ? 0.85 : 1.2) * (isWrong ? 1.35 : 1);
        const scale = size * devicePixelRatio, side = Math.ceil(2 * scale * (isChosen ? 23 : isWrong ? 14 : 10));
        const sprite = make("canvas", { width: side, height: side }), context = sprite.getContext("2d");
        const outline = path => [["black", 4], ["white", 2]].forEach(([ink, width]) => stroke(context, path, ink, width / size));
        context.setTransform(scale, 0, 0, scale, side / 2, side / 2);
        [...isWrong ? [11] : [], ...isChosen ? [16, 20] : []].forEach(radius => outline(circle(radius)));
        outline(path);
        const fills = [[colour, 1], ...isHeldOut ? [["black", 0.76], ["white", 0.76]] : []];
        fills.forEach(([fillStyle, share]) => (context.scale(share, share), Object.assign(context, { fillStyle }).fill(path)));
        return sprite;
    }
}

// Some six round numbers in a range, and where they lie in it.
function ticks(low, high) {
    const least = (high - low) / 6, power = 10 ** Math.floor(Math.log10(least));
    const step = [1, 2, 5, 10].find(k => k * power >= least) * power;
    const first = Math.ceil(low / step), count = Math.floor(high / step) - first + 1 || 0;
    const places = Array.from({ length: count }, (_, k) => (first + k) * step);
    return places.map(place => ({ text: short(place), share: (place - low) / (high - low) }));
}
