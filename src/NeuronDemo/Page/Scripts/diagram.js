/** The network: every weight a line from left to right, to be dragged; every neuron a small map of what it answers. */
function diagram(app) {
    const box = element("network"), canvas = element("edges"), number = make("span", { ariaHidden: "true" });
    let columns = [], hasRoom = false;

    function build() {
        const { sizes, lesson: { inputs, targets, isConstant } } = app, width = box.clientWidth, most = Math.max(...sizes);
        const space = Math.max(12, Math.min(width > 500 ? 120 : 76, 480 / most)), size = Math.min(46, space * 0.72);
        const widest = Math.min(200, width * (sizes.length > 2 ? 0.29 : 0.36));
        const room = ends => Math.min(widest, size / 2 + 22 + 8 * Math.max(...ends.map(({ name }) => name.length)));
        const left = room(inputs), right = room(targets), apart = (width - left - right) / (sizes.length - 1);
        const height = Math.max(230, most * space + 40);
        const style = (part, top, rest) => Object.assign(box.appendChild(part).style, { top: `${top}px` }, rest);
        box.style.height = `${height}px`;
        box.replaceChildren(canvas, number);
        hasRoom = app.edges.length * (sizes.length - 1) <= width / 15;
        columns = sizes.map((n, l) => Array.from({ length: n }, (_, j) => {
            const x = left + l * apart, y = (height - 24) / 2 + (j - (n - 1) / 2) * Math.min(space * 1.3, (height - 40) / n);
            const sign = isConstant(j) ? "1" : `x${j + 1}`;
            const node = l ? neuron(l - 1, j) : make("span", { className: "neuron" }, size > 24 ? sign : "");
            style(node, y, { left: `${x}px`, width: `${size}px`, height: `${size}px` });
            if (l === 0 || l === sizes.length - 1) {
                // A long name breaks after its signs, if it can.
                const title = app.name(l, j), parts = title.split(/(?<=[_=.-])/).flatMap(part => [part, make("wbr")]);
                const webkitLineClamp = Math.max(1, Math.floor(space / 16)), fontSize = space < 18 ? "10px" : "";
                const name = make("span", { className: `name ${l ? "output" : "input"}`, title, dir: "auto" }, ...parts);
                style(name, y, { width: `${(l ? right : left) - size / 2 - 8}px`, webkitLineClamp, fontSize });
            }
            return { x, y, node };
        }));
    }

    function neuron(layer, j) {
        const node = make("button", { className: "neuron", type: "button" }, make("canvas"));
        ["pointerenter", "focus"].forEach(type => node.addEventListener(type, () => app.show({ shownNeuron: { layer, j } })));
        ["pointerleave", "blur"].forEach(type => node.addEventListener(type, () => app.show({ shownNeuron: null })));
        return node;
    }

    const edges = () => app.edges.map(edge => {
        const { layer, i, j } = edge, from = columns[layer][i], to = columns[layer + 1][j], last = app.sizes[layer + 1] - 1;
        const at = hasRoom && last ? 0.28 + 0.44 * j / last : 0.5;
        const x = from.x + at * (to.x - from.x), y = from.y + at * (to.y - from.y);
        return { ...edge, x, y, path: line([from.x, from.y], [to.x, to.y]) };
    });

    function draw() {
        const { context, height } = clear(canvas), all = edges(), chosen = all.find(({ id }) => id === app.weight.id);
        const largest = Math.max(1e-3, ...all.map(({ value }) => Math.abs(value))), colour = w => w < 0 ? "vermilion" : "blue";
        columns.forEach(([{ x }], l) => context.fillText(app.say(l ? "layer" : "inputs", { l }), x, height - 10));
        stroke(context, chosen.path, palette.grid, 13);
        all.forEach(({ path, value }) =>
            stroke(context, path, palette[colour(value)], 0.6 + 4.4 * Math.abs(value) / largest, value < 0 ? [7, 4] : []));
        for (const { value, x, y } of all.filter(edge => hasRoom && edge !== chosen)) {
            const text = short(value, 3), wide = context.measureText(text).width + 6;
            Object.assign(context, { fillStyle: palette.panel }).fillRect(x - wide / 2, y - 8, wide, 16);
            Object.assign(context, { fillStyle: palette[colour(value)] }).fillText(text, x, y);
        }
        // The chosen weight's number stands above all, where a neuron can't cover it.
        Object.assign(number, { textContent: short(chosen.value, 3), className: `number ${colour(chosen.value)}` });
        Object.assign(number.style, { left: `${chosen.x}px`, top: `${chosen.y}px` });
        const told = { sizes: app.sizes.join(", "), name: app.weightName(chosen), value: short(chosen.value) };
        canvas.ariaLabel = app.say("networkLabel", told);
        const { row, shownNeuron, map } = app, { values } = app.passOf(row);
        columns.forEach((column, l) => l && column.forEach(({ node }, j) => {
            map.paint(node.firstChild, [map.plane.values[l][j]]);
            node.classList.toggle("shown", shownNeuron?.layer === l - 1 && shownNeuron.j === j);
            node.ariaLabel = node.title = app.say("neuronLabel", { name: app.name(l, j), y: short(values[l][j][row.at]) });
        }));
    }

    // The line under the pointer, or the one nearly there.
    function edgeAt({ offsetX, offsetY }) {
        const context = canvas.getContext("2d"), all = edges();
        return [5, 12, 24].map(reach => all.find(({ path }) => {
            context.lineWidth = reach;
            return context.isPointInStroke(path, offsetX * devicePixelRatio, offsetY * devicePixelRatio);
        })).find(edge => edge);
    }

    // To the right and up is more, to the left and down less.
    canvas.addEventListener("pointerdown", event => {
        const edge = edgeAt(event);
        if (!edge) { return; }
        app.choose({ weight: edge.id });
        canvas.setPointerCapture(event.pointerId);
        canvas.onpointermove = ({ clientX, clientY }) => {
            const way = clientX - event.clientX - (clientY - event.clientY);
            app.isDragging ||= Math.abs(way) > 3;
            app.isDragging && app.setWeight(edge.value + way * Math.max(1, Math.abs(edge.value)) / 60);
        };
    });
    const rest = canvas.onpointermove = event => { canvas.style.cursor = edgeAt(event) ? "grab" : ""; };
    canvas.addEventListener("lostpointercapture", () => { canvas.onpointermove = rest; });
    canvas.addEventListener("lostpointercapture", () => app.show({ isDragging: false }));
    return { build, draw };
}
