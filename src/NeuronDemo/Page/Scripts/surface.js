const names = ["ink", "paper", "panel", "rule", "grid", "blue", "vermilion", "middle", "light", "dark",
    "class0", "class1", "class2", "class3", "class4", "class5", "class6"];
const probe = document.createElement("i");

/** The colours of the present scheme, as [red, green, blue] and as text for a canvas. */
export const palette = {};

export function readPalette() {
    document.body.append(probe);
    for (const name of names) {
        probe.style.color = `var(--${name})`;
        palette[name] = getComputedStyle(probe).color;
    }
    probe.remove();
}

export const channels = colour => colour.match(/\d+/g).slice(0, 3).map(Number);

/** 256 colours from one to another, through others, as the pixels of an image. */
export function shades(...colours) {
    const stops = colours.map(channels);
    return Uint32Array.from({ length: 256 }, (_, i) => {
        const at = i / 255 * (stops.length - 1), k = Math.min(stops.length - 2, Math.floor(at));
        const [r, g, b] = stops[k].map((from, c) => Math.round(from + (stops[k + 1][c] - from) * (at - k)));
        return (255 << 24 | b << 16 | g << 8 | r) >>> 0;
    });
}

/** A cleared canvas to draw on in CSS pixels, sharp on any screen. */
export function clear(canvas) {
    const ratio = devicePixelRatio, width = canvas.clientWidth, height = canvas.clientHeight;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    return { context, width, height };
}

/** Round numbers within a range, about as many as asked for. */
export function ticks(low, high, count) {
    const rough = (high - low) / count, power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(step => step >= rough);
    const first = Math.ceil(low / step), found = [];
    for (let k = first; k * step <= high; k++) {
        found.push(Number((k * step).toPrecision(12)));
    }
    return found;
}

/** A number in four digits, as the explanations print it. */
export function short(x) {
    return String(Number(x.toPrecision(4))).replace("-", "−");
}

/** The shapes of the classes' points, in order: none needs its colour to be told from the others. */
export const shapes = "●▲■◆▼★✚";

const corners = [null, 3, 4, 4, 3, 5, 4], turns = [0, -Math.PI / 2, Math.PI / 4, 0, Math.PI / 2, -Math.PI / 2, 0];

export function shapePath(context, kind, x, y, radius) {
    const k = kind % shapes.length;
    context.beginPath();
    if (k === 0) {
        context.arc(x, y, radius, 0, 2 * Math.PI);
        return;
    }
    const isStar = k >= 5, points = isStar ? 2 * corners[k] : corners[k];
    for (let i = 0; i < points; i++) {
        const r = isStar && i % 2 ? radius * 0.5 : radius * 1.25, angle = turns[k] + 2 * Math.PI * i / points;
        context.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    context.closePath();
}
