/** The network: every weight a line from left to right, to be dragged; every neuron with a small map of what it answers. */
function diagram(app) {
    const box = element("network"), canvas = element("edges");
    let columns = [];

    function build() {
        const { sizes } = app, width = box.clientWidth, most = Math.max(...sizes), space = Math.max(12, Math.min(width > 500 ? 120 : 76, 480 / most));
        const longest = Math.max(...[0, sizes.length - 1].flatMap(l => Array.from({ length: sizes[l] }, (_, j) => app.name(l, j).length)));
        const size = Math.min(46, space * 0.72), margin = Math.min(200, width * 0.25, size / 2 + 22 + 8 * longest), height = Math.max(230, most * space + 40);
        const style = (part, top, rest) => Object.assign(box.appendChild(part).style, { top: `${top}px` }, rest);
        box.style.height = `${height}px`;
        box.replaceChildren(canvas);
        columns = sizes.map((count, l) => Array.from({ length: count }, (_, j) => {
            const x = margin + l * (width - 2 * margin) / (sizes.length - 1), side = { 0: "input", [sizes.length - 1]: "output" }[l];
            const y = (height - 24) / 2 + (j - (count - 1) / 2) * Math.min(space * 1.3, (height - 40) / count);
            const node = l ? neuron(l - 1, j) : make("span", { className: "neuron", textContent: size > 24 ? `x${j + 1}` : "" });
            style(node, y, { left: `${x}px`, width: `${size}px`, height: `${size}px` });
            if (side) {
                const name = make("span", { className: `name ${side}`, title: app.name(l, j), dir: "auto" }, app.name(l, j));
                const webkitLineClamp = space < 36 ? 1 : 2, fontSize = space < 18 ? "10px" : "";
                style(name, y, { width: `${margin - size / 2 - 8}px`, webkitLineClamp, fontSize });
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
        const { layer, i, j } = edge, from = columns[layer][i], to = columns[layer + 1][j];
        const last = app.sizes[layer + 1] - 1, at = 0.28 + (last ? 0.44 * j / last : 0.22), x = from.x + at * (to.x - from.x), y = from.y + at * (to.y - from.y);
        return { ...edge, x, y, path: line([from.x, from.y], [to.x, to.y]) };
    });

    function draw() {
        const { context, height } = clear(canvas), all = edges(), chosen = app.weight;
        const largest = Math.max(1e-300, ...all.map(({ value }) => Math.abs(value)));
        const hasRoom = all.length * app.training.weights.length <= canvas.clientWidth / 15;
        const isChosen = ({ id }) => id === chosen.id, colour = w => w < 0 ? palette.vermilion : palette.blue;
        columns.forEach(([{ x }], l) => context.fillText(app.say(l ? "layer" : "inputs", { l }), x, height - 10));
        for (const edge of all) {
            isChosen(edge) && stroke(context, edge.path, palette.grid, 13);
            const { path, value } = edge, width = 0.6 + 4.4 * Math.abs(value) / largest;
            stroke(context, path, colour(value), width, value < 0 ? [7, 4] : []);
        }
        for (const edge of all.filter(edge => hasRoom || isChosen(edge))) {
            const { value, x, y } = edge, text = short(value, 3);
            context.font = `${isChosen(edge) ? "bold " : ""}12px system-ui, sans-serif`;
            const wide = context.measureText(text).width + 6;
            Object.assign(context, { fillStyle: palette.panel }).fillRect(x - wide / 2, y - 8, wide, 16);
            Object.assign(context, { fillStyle: colour(value) }).fillText(text, x, y);
        }
        canvas.ariaLabel = app.say("networkLabel", { sizes: app.sizes.join(", "), name: app.weightName(chosen), value: short(chosen.value) });
        const { row, shownNeuron, map } = app, { values } = app.passOf(row);
        columns.slice(1).forEach((column, layer) => column.forEach(({ node }, j) => {
            const y = values[layer + 1][j][row.at];
            map.paint(node.firstChild, [map.plane.values[layer + 1][j]]);
            node.classList.toggle("shown", shownNeuron?.layer === layer && shownNeuron.j === j);
            node.ariaLabel = node.title = app.say("neuronLabel", { name: app.name(layer + 1, j), y: short(y) });
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
        if (edge) {
            app.choose({ weight: edge.id });
            canvas.setPointerCapture(event.pointerId);
            canvas.onpointermove = ({ clientX, clientY }) => {
                const way = clientX - event.clientX - (clientY - event.clientY);
                app.isDragging ||= Math.abs(way) > 3;
                app.isDragging && app.setWeight(edge.value + way * Math.max(1, Math.abs(edge.value)) / 60);
            };
        }
    });
    const rest = canvas.onpointermove = event => { canvas.style.cursor = edgeAt(event) ? "grab" : ""; };
    canvas.addEventListener("lostpointercapture", () => {
        canvas.onpointermove = rest;
        app.show({ isDragging: false });
    });
    return { build, draw };
}
