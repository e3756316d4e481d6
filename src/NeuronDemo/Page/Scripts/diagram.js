import { clear, palette, short } from "./surface.js";

const MostLabels = 40;

/** The network: every weight a line from left to right, every neuron with a small map of what it answers. */
export class Diagram {
    #app;
    #box = document.getElementById("network");
    #canvas = document.getElementById("edges");
    #columns = [];

    constructor(app) {
        this.#app = app;
        this.#canvas.addEventListener("pointerdown", event => this.#press(event));
        this.#canvas.addEventListener("pointermove", event => {
            this.#canvas.style.cursor = this.#edgeAt(event) ? "grab" : "";
        });
    }

    /** Makes the neurons anew, for other layers or another width. */
    build() {
        const { sizes, lesson } = this.#app;
        const most = Math.max(...sizes), pitch = Math.max(12, Math.min(76, 480 / most));
        const width = this.#box.clientWidth, margin = Math.min(110, width * 0.2), diameter = Math.min(46, pitch * 0.72);
        const height = Math.max(230, most * pitch + 40);
        this.#box.style.height = `${height}px`;
        this.#box.querySelectorAll(".neuron, .name").forEach(element => element.remove());
        this.#columns = sizes.map((count, layer) => Array.from({ length: count }, (_, j) => {
            const x = margin + layer * (width - 2 * margin) / (sizes.length - 1);
            const y = (height - 24) / 2 + (j - (count - 1) / 2) * Math.min(pitch * 1.3, (height - 40) / count);
            const isOutput = layer === sizes.length - 1;
            const node = layer === 0 ? this.#inputNode(j, diameter) : this.#neuronNode(layer - 1, j);
            Object.assign(node.style, { left: `${x}px`, top: `${y}px`, width: `${diameter}px`, height: `${diameter}px` });
            this.#box.append(node);
            if ((layer === 0 || isOutput) && pitch >= 12) {
                const name = document.createElement("span");
                name.className = `name ${isOutput ? "output" : "input"}`;
                name.textContent = name.title = (isOutput ? lesson.targets : lesson.inputs)[j].name;
                Object.assign(name.style, { top: `${y}px`, width: `${margin - diameter / 2 - 10}px`, fontSize: pitch < 16 ? "9px" : "" });
                this.#box.append(name);
            }
            return { x, y, node, radius: diameter / 2 };
        }));
    }

    #inputNode(i, diameter) {
        const node = document.createElement("span");
        node.className = "neuron input";
        node.textContent = diameter > 24 ? `x${i + 1}` : "";
        return node;
    }

    #neuronNode(layer, j) {
        const app = this.#app, node = document.createElement("button");
        node.className = "neuron";
        node.type = "button";
        node.append(document.createElement("canvas"));
        const show = neuron => () => app.point(neuron);
        node.addEventListener("click", () => app.pin({ layer, j }));
        node.addEventListener("pointerenter", show({ layer, j }));
        node.addEventListener("pointerleave", show(null));
        node.addEventListener("focus", show({ layer, j }));
        node.addEventListener("blur", show(null));
        return node;
    }

    draw() {
        const app = this.#app, { context, height } = clear(this.#canvas);
        const largest = Math.max(...app.weights.flatMap(layer => Array.from(layer, Math.abs)), 1e-300);
        const count = app.weights.reduce((sum, layer) => sum + layer.length, 0);
        const chosen = app.weight, labels = [];
        this.#eachEdge((edge, from, to) => {
            const w = app.weights[edge.layer][edge.index], isChosen = edge.layer === chosen.layer && edge.index === chosen.index;
            context.beginPath();
            context.moveTo(from.x, from.y);
            context.lineTo(to.x, to.y);
            if (isChosen) {
                context.setLineDash([]);
                context.strokeStyle = palette.rule;
                context.lineWidth = 12;
                context.globalAlpha = 0.35;
                context.stroke();
                context.globalAlpha = 1;
            }
            context.setLineDash(w < 0 ? [7, 4] : []);
            context.strokeStyle = w < 0 ? palette.vermilion : palette.blue;
            context.lineWidth = 0.6 + 4.4 * Math.abs(w) / largest;
            context.stroke();
            if (isChosen || count <= MostLabels) {
                const neurons = app.sizes[edge.layer + 1];
                labels.push({ from, to, w, isChosen, at: neurons === 1 ? 0.5 : 0.28 + 0.44 * (edge.index % neurons) / (neurons - 1) });
            }
        });
        context.setLineDash([]);
        context.textAlign = "center";
        for (const { from, to, w, isChosen, at } of labels) {
            const text = short(Number(w.toPrecision(3))), x = from.x + at * (to.x - from.x), y = from.y + at * (to.y - from.y);
            context.font = `${isChosen ? "bold " : ""}12px system-ui, sans-serif`;
            const wide = context.measureText(text).width + 6;
            context.fillStyle = palette.panel;
            context.fillRect(x - wide / 2, y - 8, wide, 16);
            context.fillStyle = w < 0 ? palette.vermilion : palette.blue;
            context.fillText(text, x, y);
        }
        context.fillStyle = palette.ink;
        context.font = "12px system-ui, sans-serif";
        this.#columns.forEach((column, layer) => context.fillText(
            layer === 0 ? app.say("inputs") : app.say("layer", { l: layer }), column[0].x, height - 10));
        this.#drawNeurons();
        this.#describe();
    }

    #drawNeurons() {
        const app = this.#app, shown = app.shownNeuron;
        app.map.sweep.forEach((column, l) => column.forEach((values, j) => {
            const { node } = this.#columns[l + 1][j];
            app.map.paint(node.firstChild, values);
            node.classList.toggle("shown", shown?.layer === l && shown.j === j);
        }));
    }

    #describe() {
        const app = this.#app;
        if (app.isMoving) {
            return;
        }
        const { from, to, value } = app.chosenWeight();
        this.#canvas.setAttribute("aria-label", app.say("networkLabel", { sizes: app.sizes.join(", "), from, to, value: short(value) }));
        this.#columns.slice(1).forEach((column, l) => column.forEach(({ node }, j) => {
            const y = app.pass(app.row).values[l + 1][j][app.at(app.row)];
            node.setAttribute("aria-label", app.say("neuronLabel", { name: app.neuronName(l, j) }));
            node.setAttribute("aria-pressed", String(app.pinned?.layer === l && app.pinned.j === j));
            node.title = `${app.neuronName(l, j)}: ${short(y)}`;
        }));
    }

    #eachEdge(visit) {
        this.#app.weights.forEach((layer, l) => layer.forEach((_, index) => {
            const neurons = this.#app.sizes[l + 1];
            visit({ layer: l, index }, this.#columns[l][Math.floor(index / neurons)], this.#columns[l + 1][index % neurons]);
        }));
    }

    #edgeAt(event) {
        let nearest = event.pointerType === "touch" ? 16 : 9, found = null;
        this.#eachEdge((edge, from, to) => {
            const dx = to.x - from.x, dy = to.y - from.y, px = event.offsetX - from.x, py = event.offsetY - from.y;
            const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
            const distance = Math.hypot(px - along * dx, py - along * dy);
            if (distance < nearest) {
                [nearest, found] = [distance, edge];
            }
        });
        return found;
    }

    // To the right and up is more, to the left and down less.
    #press(event) {
        const edge = this.#edgeAt(event), app = this.#app;
        if (!edge) {
            return;
        }
        app.chooseWeight(edge.layer, edge.index);
        const start = app.chosenWeight().value, pixel = Math.max(1, Math.abs(start)) / 60;
        const drag = move => {
            const way = move.clientX - event.clientX - (move.clientY - event.clientY);
            if (Math.abs(way) > 3 || app.isDragging) {
                app.isDragging = true;
                app.setWeight(start + way * pixel);
            }
        };
        const end = () => {
            this.#canvas.removeEventListener("pointermove", drag);
            app.isDragging = false;
            app.invalidate();
        };
        this.#canvas.setPointerCapture(event.pointerId);
        this.#canvas.addEventListener("pointermove", drag);
        this.#canvas.addEventListener("lostpointercapture", end, { once: true });
    }
}
